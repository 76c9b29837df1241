package workshop.lab.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import workshop.settings.WorkshopException;

/** A job of one of the architectures: a child process. */
final class MeasuredJob {
    private static final int STOP_SECONDS = 120;
    private static final int LONGEST_SECONDS = 3_600;
    private static final int LAST_LINES = 3;

    private final String kind;
    private final Process process;
    private final Path output;
    private volatile ProcessSample last = ProcessSample.NOTHING;
    private volatile boolean mayFail;

    /** @param kind as {@code batch}, {@code kappa run} */
    MeasuredJob(String kind, Process process, Path output) {
        this.kind = kind;
        this.process = process;
        this.output = output;
    }

    String kind() {
        return kind;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The last that was seen of it. */
    ProcessSample last() {
        return last;
    }

    /** A failure of this one is an answer, and no reason to give up. */
    MeasuredJob mayFail() {
        mayFail = true;
        return this;
    }

    /** Looks at it; returns how much memory it holds now. */
    synchronized long look() {
        if (!process.isAlive()) {
            return 0;
        }
        ProcessSample now = ProcessSample.of(process.toHandle());
        last = now.after(last);
        return now.residentBytes();
    }

    /** @throws WorkshopException with its last words, if it has failed and was neither stopped nor let fail */
    void requireGood() {
        if (!process.isAlive() && !mayFail && process.exitValue() != 0) {
            throw failed();
        }
    }

    /** Waits for its end; whether it was a good one. */
    boolean ends() {
        return waitFor(LONGEST_SECONDS) && process.exitValue() == 0;
    }

    /** Waits for its end, which must be a good one. */
    void awaitGoodEnd() {
        if (!ends()) {
            throw failed();
        }
    }

    /** As Ctrl-C does: it finishes what it has begun. */
    void stop() {
        mayFail = true;
        process.destroy();
        if (!waitFor(STOP_SECONDS)) {
            process.destroyForcibly();
            throw WorkshopException.failed(
                    "The job " + kind + " did not stop within " + STOP_SECONDS + " seconds.",
                    "Its last words: " + lastWords(),
                    "the same again");
        }
    }

    /** SIGKILL: nothing of it runs on for a moment. */
    void kill() {
        mayFail = true;
        process.destroyForcibly();
        waitFor(STOP_SECONDS);
    }

    private boolean waitFor(long seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + kind, e);
        }
    }

    private WorkshopException failed() {
        return WorkshopException.failed(
                "The job " + kind + " failed, so the comparison was given up.",
                "It said: " + lastWords(),
                "./workshop demo, which shows whether the layers work here at all");
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
