package workshop.lab.doctor;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Asks a program of this machine, which may be absent, or hang as Docker's does when its engine is half up. */
final class ProgramCall {
    private static final int PATIENCE_MILLIS = 2_500;

    private ProgramCall() {}

    static ProgramOutput ask(String... command) {
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
                return new ProgramOutput(ProgramOutput.SILENT, "");
            }
            String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
            return new ProgramOutput(process.exitValue(), text.strip());
        } catch (IOException absent) {
            return new ProgramOutput(ProgramOutput.ABSENT, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ProgramOutput(ProgramOutput.SILENT, "");
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
