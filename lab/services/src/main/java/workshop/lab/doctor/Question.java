package workshop.lab.doctor;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Asks a program of this machine, which may be absent, or hang as Docker's does when its engine is half up. */
final class Question {
    private static final int PATIENCE_MILLIS = 2_500;

    private Question() {}

    static Answer ask(String... command) {
        Path output = null;
        try {
            // To a file: whoever inherits a pipe from a program that was killed would keep us reading.
            output = Files.createTempFile("doctor-", ".out");
            Process process = new ProcessBuilder(command)
                    .redirectInput(Redirect.from(new File("/dev/null")))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return new Answer(Answer.SILENT, "");
            }
            String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
            return new Answer(process.exitValue(), text.strip());
        } catch (IOException absent) {
            return new Answer(Answer.ABSENT, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(Answer.SILENT, "");
        } finally {
            delete(output);
        }
    }

    private static void delete(Path output) {
        try {
            if (output != null) {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            output.toFile().deleteOnExit();
        }
    }
}
