package workshop.lab.guide;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.awaitility.core.ConditionTimeoutException;
import workshop.lab.HeedingCtrlC;

/** A shell in which a block of the guide runs, as in a student's terminal: output and errors go to one file. */
final class GuideTerminal {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int INTERRUPTED_SECONDS = 20;

    private final Process shell;
    private final Path output;
    private final UnaryOperator<String> told;

    private GuideTerminal(Process shell, Path output, UnaryOperator<String> told) {
        this.shell = shell;
        this.output = output;
        this.told = told;
    }

    /**
     * @param output what appears; replaced
     * @param told what a reader makes of it
     */
    static GuideTerminal open(
            String commands, Path folder, Map<String, String> environment, Path output, UnaryOperator<String> told)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-e", "-c", commands));
        command.addAll(0, HeedingCtrlC.PREFIX);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return new GuideTerminal(builder.start(), output, told);
    }

    /** Waits for the end and returns the exit code. */
    int end() throws InterruptedException {
        if (!shell.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            close();
            throw new AssertionError("it did not end in " + PATIENCE.toMinutes() + " minutes:\n" + text());
        }
        return shell.exitValue();
    }

    /** Waits until what must appear is there, the commands have ended, or the timeout has passed: then the text tells. */
    void awaitText(Expectation expected) {
        try {
            await().atMost(PATIENCE).until(() -> expected.isMetBy(text()) || !shell.isAlive());
        } catch (ConditionTimeoutException e) {
            // The caller compares, and shows both.
        }
    }

    /** Whether all is over: the shell of a command that was killed needs a moment to see it. */
    boolean endsSoon() throws InterruptedException {
        return shell.waitFor(10, TimeUnit.SECONDS);
    }

    /** Ctrl-C, which ends all that was started here; if that signal is ignored after all, SIGTERM does. */
    void interrupt() throws IOException, InterruptedException {
        List<ProcessHandle> interrupted = processes();
        for (String signal : List.of("-INT", "-TERM")) {
            for (ProcessHandle process : interrupted) {
                new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                        .redirectErrorStream(true)
                        .start()
                        .waitFor();
            }
            if (haveEnded(interrupted)) {
                return;
            }
        }
        throw new AssertionError("Ctrl-C did not end it:\n" + text());
    }

    private static boolean haveEnded(List<ProcessHandle> processes) throws InterruptedException {
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(INTERRUPTED_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those that a terminal would send the signal to: all that were started in it. */
    private List<ProcessHandle> processes() {
        List<ProcessHandle> started = new ArrayList<>(shell.descendants().toList());
        started.add(shell.toHandle());
        return started;
    }

    String text() {
        try {
            return told.apply(Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() {
        processes().forEach(ProcessHandle::destroyForcibly);
    }
}
