package workshop.lab.verify;

import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import workshop.serving.http.Proof;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/**
 * Recounts again and again in the background, for the page. It rests after each recount: at least two seconds, and five times
 * as long as the recount took, so that it never takes more than a sixth of one processor.
 */
public final class ContinuousProof implements Supplier<Proof>, AutoCloseable {
    private static final long REST_MS = 2_000;
    private static final int REST = 5;

    private final Settings settings;
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "recount");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    });
    private volatile Proof newest = Proof.WAITING;

    public ContinuousProof(Settings settings) {
        this.settings = settings;
        background.schedule(this::recount, 0, TimeUnit.MILLISECONDS);
    }

    private void recount() {
        long start = System.nanoTime();
        Instant at = Instant.now();
        try {
            Verification found = Verification.run(settings);
            newest = new Proof(
                    found.agrees() ? "agrees" : "differs",
                    at,
                    found.merged(),
                    found.recounted(),
                    found.records(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                    found.differences().rows().size(),
                    found.changedFiles().isEmpty()
                            ? null
                            : String.join(", ", found.changedFiles())
                                    + " changed since the last batch: ./workshop batch");
        } catch (WorkshopException e) {
            newest = Proof.failed(e.what() + " " + e.why());
        } catch (RuntimeException | OutOfMemoryError e) {
            newest = Proof.failed(WorkshopException.firstLine(e));
        } finally {
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            if (!background.isShutdown()) {
                background.schedule(this::recount, Math.max(REST_MS, took * REST), TimeUnit.MILLISECONDS);
            }
        }
    }

    @Override
    public Proof get() {
        return newest;
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}
