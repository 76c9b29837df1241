package workshop.lab.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where things are: the workshop's own folder, and what a home holds. */
public final class Home {
    /** What ./workshop makes in a home, and ./workshop reset deletes. */
    private static final List<String> DATA = List.of("kafka", "postgres", "lake", "checkpoints", JobNotes.FOLDER);

    /** The steps of the guide that were found done: kept when a step is begun anew, deleted by ./workshop reset. */
    public static final String PROGRESS = "progress.json";

    private Home() {}

    /** The folder of the workshop: the one with the ./workshop script, found from the classes that run. */
    public static Path root() {
        try {
            Path code = Path.of(Home.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            for (Path folder = code; folder != null; folder = folder.getParent()) {
                if (Files.isRegularFile(folder.resolve("workshop")) && Files.isDirectory(folder.resolve("datasets"))) {
                    return folder;
                }
            }
            return Path.of("").toAbsolutePath();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The home of commands that name none: of the variable WORKSHOP_HOME, else .workshop beside the script. */
    public static Path standard() {
        String named = System.getenv("WORKSHOP_HOME");
        return (named == null || named.isBlank() ? root().resolve(".workshop") : Path.of(named))
                .toAbsolutePath()
                .normalize();
    }

    /** Deletes the data in a home, and nothing that the workshop did not make. The services must be down. */
    public static void clear(Path home) {
        DATA.forEach(name -> delete(home.resolve(name)));
    }

    /** Deletes a folder with all that is in it. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
