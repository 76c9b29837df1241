package workshop.lab.checks;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import workshop.lab.services.Home;
import workshop.settings.WorkshopException;

/**
 * Which steps of the guide were found done, and when: {@code progress.json} in the home. A step stays done. The file lives
 * through {@code down} and {@code up}, and through {@code ./workshop step}; {@code ./workshop reset} deletes it.
 */
public final class Progress {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    private Progress(Path file) {
        this.file = file;
    }

    /** Of a home, which need not exist. */
    public static Progress of(Path home) {
        return new Progress(home.resolve(Home.PROGRESS));
    }

    /**
     * When each step was first found done.
     *
     * @throws WorkshopException where the file is damaged
     */
    public Map<Integer, Instant> done() {
        try {
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            Map<Integer, Instant> done = new TreeMap<>();
            for (Map.Entry<String, JsonNode> step : root.path("done").properties()) {
                done.put(
                        Integer.valueOf(step.getKey()),
                        Instant.parse(step.getValue().asText()));
            }
            if (!root.path("done").isObject()) {
                throw damaged("It has no field \"done\" with the steps in it.");
            }
            return done;
        } catch (NoSuchFileException none) {
            return new TreeMap<>();
        } catch (JacksonException | NumberFormatException | DateTimeParseException e) {
            throw damaged("It was changed by hand, or is not whole: "
                    + WorkshopException.firstLine(e).split(" \\(|: ", 2)[0] + ".");
        } catch (IOException e) {
            throw damaged(WorkshopException.firstLine(e));
        }
    }

    /** When a step was first found done; empty where it was not, or where the file does not tell. */
    Optional<Instant> of(int step) {
        return Optional.ofNullable(doneOrNone().get(step));
    }

    /** The steps that were found done, and when; none where the file is damaged. */
    public Map<Integer, Instant> doneOrNone() {
        try {
            return done();
        } catch (WorkshopException damaged) {
            return Map.of();
        }
    }

    /**
     * Notes that a step was found done, where it was not noted before. A damaged file is kept beside a new one.
     *
     * @return what a student should know of it; empty as a rule
     */
    public Optional<WorkshopException> note(int step, Instant at) {
        Map<Integer, Instant> done;
        WorkshopException damage = null;
        try {
            done = done();
        } catch (WorkshopException e) {
            done = new TreeMap<>();
            damage = e;
        }
        if (done.putIfAbsent(step, at) == null) {
            try {
                write(done, damage != null);
            } catch (IOException e) {
                return Optional.of(WorkshopException.failed(
                        "That step " + step + " is done cannot be noted in " + file + ".",
                        WorkshopException.firstLine(e),
                        "./workshop doctor, which looks at the home"));
            }
        }
        return Optional.ofNullable(damage);
    }

    private void write(Map<Integer, Instant> done, boolean keepOld) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode steps = root.putObject("done");
        done.forEach((step, at) -> steps.put(step.toString(), at.toString()));
        Files.createDirectories(file.getParent());
        if (keepOld) {
            Path kept = file.resolveSibling(file.getFileName() + ".damaged");
            Files.move(file, kept, StandardCopyOption.REPLACE_EXISTING);
        }
        // A file of its own for each writer: a reader, or a command after a kill, finds all of one or all of the other.
        Path next = Files.createTempFile(file.getParent(), "progress", ".new");
        Files.write(next, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private WorkshopException damaged(String why) {
        return WorkshopException.failed(
                "The progress in " + file + " cannot be read.",
                why,
                "./workshop check --all, which looks at each step again; the old file is kept as " + Home.PROGRESS
                        + ".damaged");
    }
}
