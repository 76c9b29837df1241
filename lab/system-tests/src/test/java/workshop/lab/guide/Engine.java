package workshop.lab.guide;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Docker, or something that takes the same commands. */
final class Engine {
    private Engine() {}

    /** Whether {@code docker compose} is there and its engine answers. */
    static boolean isPresent() {
        try {
            return succeeds("docker", "compose", "version") && succeeds("docker", "info");
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
