package workshop.lab.verify;

import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import workshop.serving.http.LiveComparison;
import workshop.serving.http.Proof;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/**
 * Recounts again and again in the background, for the page. It rests after each time: at least two seconds, and five times
 * as long as it took, so that it never takes more than a sixth of one processor.
 */
public final class Continuous<T> implements Supplier<T>, AutoCloseable {
    private static final long REST_MS = 2_000;
    private static final int REST = 5;

    private final Supplier<T> work;
    private final Function<String, T> failed;
    private final ScheduledExecutorService background;
    private volatile T newest;

    @SuppressWarnings("ThreadPriorityCheck") // a wish, on which nothing depends
    private Continuous(String name, T first, Supplier<T> work, Function<String, T> failed) {
        this.newest = first;
        this.work = work;
        this.failed = failed;
        this.background = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
        });
        background.schedule(this::run, 0, TimeUnit.MILLISECONDS);
    }

    /** The proof that the merged view is right. */
    public static Continuous<Proof> proof(Settings settings) {
        return new Continuous<>("recount", Proof.WAITING, () -> prove(settings), Proof::failed);
    }

    /** Lambda beside Kappa, with the reasons; nothing is recounted while there is no Kappa. */
    public static Continuous<LiveComparison> comparison(Settings settings) {
        return new Continuous<>("comparison", LiveComparison.WAITING, () -> compare(settings), LiveComparison::failed);
    }

    private static Proof prove(Settings settings) {
        long start = System.nanoTime();
        Instant at = Instant.now();
        Verification found = Verification.run(settings);
        return new Proof(
                found.agrees() ? "agrees" : "differs",
                at,
                found.publishedEpoch(),
                found.covered(),
                found.merged(),
                found.recounted(),
                found.records(),
                msSince(start),
                found.differences().rows().size(),
                found.changedFiles().isEmpty()
                        ? null
                        : String.join(", ", found.changedFiles()) + " changed since the last batch: ./workshop batch");
    }

    private static LiveComparison compare(Settings settings) {
        long start = System.nanoTime();
        Instant at = Instant.now();
        if (!Comparison.isThereKappa(settings)) {
            return LiveComparison.WAITING;
        }
        Comparison found = Comparison.run(settings);
        return LiveComparison.ready(
                at,
                found.version(),
                found.rows().stream().map(Continuous::shown).toList(),
                msSince(start));
    }

    private static LiveComparison.Row shown(ComparedCustomer one) {
        return new LiveComparison.Row(
                one.customer(),
                one.batch(),
                one.speed(),
                one.merged(),
                one.kappa(),
                one.recount(),
                one.mergedDifference(),
                one.kappaDifference(),
                one.reasons(),
                one.explained());
    }

    private void run() {
        long start = System.nanoTime();
        try {
            newest = work.get();
        } catch (WorkshopException e) {
            newest = failed.apply(e.what() + " " + e.why());
        } catch (RuntimeException | OutOfMemoryError e) {
            newest = failed.apply(WorkshopException.firstLine(e));
        } finally {
            if (!background.isShutdown()) {
                background.schedule(this::run, Math.max(REST_MS, msSince(start) * REST), TimeUnit.MILLISECONDS);
            }
        }
    }

    private static long msSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    @Override
    public T get() {
        return newest;
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}
