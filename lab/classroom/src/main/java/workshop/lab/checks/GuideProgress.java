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
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import workshop.lab.services.Home;
import workshop.settings.WorkshopException;

/**
 * Which steps of the guide were found done, and when; and which {@code ./workshop step} has built: {@code progress.json} in the
 * home. A step stays done. The file lives through {@code down} and {@code up}, and through {@code ./workshop step};
 * {@code ./workshop reset} deletes it.
 */
public final class GuideProgress {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    private GuideProgress(Path file) {
        this.file = file;
    }

    /** Of a home, which need not exist. */
    public static GuideProgress of(Path home) {
        return new GuideProgress(home.resolve(Home.PROGRESS));
    }

    /**
     * What the file says.
     *
     * @param done when each step was first found done
     * @param begun the step whose state {@code ./workshop step} has built last; null if it has built none
     */
    public record Noted(Map<Integer, Instant> done, Integer begun) {
        static final Noted NOTHING = new Noted(Map.of(), null);

        public Noted {
            done = Collections.unmodifiableMap(new TreeMap<>(done));
        }

        /** Whether {@code ./workshop step} has typed the commands of this step in place of the student. */
        public boolean isBuilt(int step) {
            return begun != null && step < begun;
        }

        /** Whether it was neither found done nor built. */
        public boolean isOpen(int step) {
            return !done.containsKey(step) && !isBuilt(step);
        }
    }

    /** @throws WorkshopException if the file is damaged */
    public Noted read() {
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
            return new Noted(
                    done, root.path("begun").isInt() ? root.path("begun").intValue() : null);
        } catch (NoSuchFileException none) {
            return Noted.NOTHING;
        } catch (JacksonException | NumberFormatException | DateTimeParseException e) {
            throw damaged("It was changed by hand, or is not whole: "
                    + WorkshopException.firstLine(e).split(" \\(|: ", 2)[0] + ".");
        } catch (IOException e) {
            throw damaged(WorkshopException.firstLine(e));
        }
    }

    /** The same; nothing if the file is damaged. */
    public Noted readOrNothing() {
        try {
            return read();
        } catch (WorkshopException damaged) {
            return Noted.NOTHING;
        }
    }

    /**
     * Notes that a step was found done, if it was not noted before. A damaged file is kept beside a new one.
     *
     * @return what a student should know of it; empty as a rule
     */
    public Optional<WorkshopException> note(int step, Instant at) {
        return change("That step " + step + " is done", before -> {
            Map<Integer, Instant> done = new TreeMap<>(before.done());
            done.putIfAbsent(step, at);
            return new Noted(done, before.begun());
        });
    }

    /**
     * Notes what is in the home now: the state with which this step begins, built by {@code ./workshop step}.
     *
     * @param step null if it is nobody's state: nothing is there yet, or no more
     * @return as {@link #note}
     */
    public Optional<WorkshopException> noteBegun(Integer step) {
        return change("That step " + step + " can begin", before -> new Noted(before.done(), step));
    }

    private Optional<WorkshopException> change(String what, UnaryOperator<Noted> change) {
        Noted before = Noted.NOTHING;
        WorkshopException damage = null;
        try {
            before = read();
        } catch (WorkshopException e) {
            damage = e;
        }
        Noted after = change.apply(before);
        if (!after.equals(before)) {
            try {
                write(after, damage != null);
            } catch (IOException e) {
                return Optional.of(WorkshopException.failed(
                        what + " cannot be noted in " + file + ".",
                        WorkshopException.firstLine(e),
                        "./workshop doctor, which looks at the home"));
            }
        }
        return Optional.ofNullable(damage);
    }

    private void write(Noted noted, boolean keepOld) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode steps = root.putObject("done");
        noted.done().forEach((step, at) -> steps.put(step.toString(), at.toString()));
        if (noted.begun() != null) {
            root.put("begun", noted.begun());
        }
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
