package workshop.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import workshop.lab.services.Home;
import workshop.lab.testing.Jdk;

/**
 * The script {@code ./workshop} of this checkout, as a student starts commands. Maven has just built what it runs. The first
 * JVM of tests that needs the script lets it make its class-data archive, for all others.
 */
public final class Script {
    private static final Path ROOT = Home.root();
    private static final Path TARGET = ROOT.resolve("lab/command-line/target");
    private static boolean prepared;

    private Script() {}

    /** The script and its arguments, to be started with {@link #environment}. */
    static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("workshop").toString()));
        command.addAll(arguments);
        return command;
    }

    /** Which Java runs it, and that it need not make an archive for that one. */
    static Map<String, String> environment(Jdk jdk) {
        prepare();
        return Map.of(
                "JAVA_HOME", jdk.home().toString(),
                "WORKSHOP_NO_ARCHIVE", "1",
                "WORKSHOP_JAVA_OPTIONS", "-Xmx768m");
    }

    /** Makes the archive for the Java of the tests, unless it is there. */
    public static synchronized void prepare() {
        if (prepared) {
            return;
        }
        try (FileChannel lock = FileChannel.open(
                        TARGET.resolve("prepare.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock.lock()) {
            Files.writeString(TARGET.resolve("built"), ""); // or the script would build again
            run("--version");
            prepared = held.isValid();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(Arrays.asList(arguments)))
                .inheritIO()
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("WORKSHOP_NO_ARCHIVE");
        try {
            if (builder.start().waitFor() != 0) {
                throw new IOException("./workshop cannot be started; see above");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
