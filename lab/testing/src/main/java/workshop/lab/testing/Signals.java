package workshop.lab.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Signals to processes, and what has become of them. */
public final class Signals {
    private Signals() {}

    /** @param name without SIG: STOP, CONT */
    public static void send(long pid, String name) {
        run("kill", "-" + name, String.valueOf(pid));
    }

    /** Whether a process is stopped by a signal, until another lets it go on. */
    public static boolean isStopped(Process process) {
        return run("ps", "-o", "stat=", "-p", String.valueOf(process.pid())).startsWith("T");
    }

    private static String run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + output);
            }
            return output.strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
