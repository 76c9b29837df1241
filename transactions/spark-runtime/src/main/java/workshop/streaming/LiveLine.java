package workshop.streaming;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A line at a terminal that says how far a job is: written anew every second, and gone when the job ends. */
final class LiveLine {
    /** One less than a terminal has, or the cursor would go to the next line. */
    private static final int WIDTH = 79;

    private static final long EVERY_MS = 1_000;

    private final PrintStream out;
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean begun;

    LiveLine(PrintStream out) {
        this.out = out;
    }

    /** Begins it, unless it has ended before. The gauge is opened, asked and closed by a thread of the line's own. */
    synchronized void begin(Supplier<JobRun.Gauge> gauge) {
        if (isLive()) {
            begun = true;
            Thread writer = new Thread(() -> write(gauge), "live-line");
            writer.setDaemon(true);
            writer.start();
        }
    }

    /** Leaves nothing of the line behind. Ending it twice does no harm. */
    synchronized void end() {
        if (begun && isLive()) {
            show("");
        }
        ended.countDown();
    }

    private void write(Supplier<JobRun.Gauge> opened) {
        try (JobRun.Gauge gauge = opened.get()) {
            JobProgress before = null;
            long readAt = 0;
            do {
                JobProgress now = read(gauge);
                long time = System.nanoTime();
                show(text(before, now, time - readAt));
                before = now;
                readAt = time;
            } while (!ended.await(EVERY_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Null if Kafka or PostgreSQL does not answer: the job itself knows how long to wait for them. */
    private static @Nullable JobProgress read(JobRun.Gauge gauge) {
        try {
            return gauge.read();
        } catch (RuntimeException unreachable) {
            return null;
        }
    }

    /** @param nanos between the two */
    static String text(@Nullable JobProgress before, @Nullable JobProgress now, long nanos) {
        if (now == null) {
            return "no answer from Kafka or PostgreSQL";
        }
        String rate = before == null
                ? ""
                : String.format(Locale.ROOT, "; %,.0f a second", (now.records() - before.records()) * 1e9 / nanos);
        String lag = String.format(Locale.ROOT, "lag %,d", now.lag());
        // A number is never cut: it would read as a smaller one.
        return Stream.of(now.words() + rate + "; " + lag, now.words() + "; " + lag)
                .filter(line -> line.length() <= WIDTH)
                .findFirst()
                .orElse(lag);
    }

    /** The cursor stays at the line's beginning, so that ^C, which a terminal prints there, is overwritten too. */
    private synchronized void show(String text) {
        if (isLive()) {
            out.print("\r" + text + " ".repeat(WIDTH - text.length()) + "\r");
            out.flush();
        }
    }

    private boolean isLive() {
        return ended.getCount() > 0;
    }
}
