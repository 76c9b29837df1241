package workshop.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a script has put in the background ignores Ctrl-C, and so does all that it starts. A test that runs there still needs
 * a terminal that does not; not every system's env can give it back.
 */
public final class HeedingCtrlC {
    /** What to write before a command; nothing if env cannot do it. */
    public static final List<String> PREFIX = prefix();

    private HeedingCtrlC() {}

    private static List<String> prefix() {
        List<String> prefix = List.of("env", "--default-signal=INT");
        List<String> trial = new ArrayList<>(prefix);
        trial.add("true");
        try {
            int exitCode =
                    new ProcessBuilder(trial).redirectErrorStream(true).start().waitFor();
            return exitCode == 0 ? prefix : List.of();
        } catch (IOException noEnv) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
