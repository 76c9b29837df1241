package workshop.transactions.spark;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.util.ShutdownHookManager;

/**
 * What is done when the process is told to end, by Ctrl-C as a rule, while Spark's session is still whole. Spark's own
 * hooks take the session away under whatever works with it, which then fails with stack traces.
 */
public final class SparkShutdownHook {
    /** Above that of Spark's hooks: hooks of Hadoop's manager run one after another, the highest first. */
    private static final int PRIORITY = 100;
    /** A task that is committing, or waits for PostgreSQL, is let finish. */
    private static final int LIMIT_SECONDS = 90;
    /** How long a run that was interrupted may take to end. */
    private static final int PATIENCE_SECONDS = 3;
    /** Not everything in Spark passes an interruption on: one that does nothing is repeated. */
    private static final int INTERRUPTIONS = 5;

    private final Runnable hook;

    private SparkShutdownHook(Runnable hook) {
        this.hook = hook;
        ShutdownHookManager.get().addShutdownHook(hook, PRIORITY, LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    /** @throws IllegalStateException if the process is ending already */
    public static SparkShutdownHook call(Runnable hook) {
        return new SparkShutdownHook(hook);
    }

    /** Removes the hook. True if this was in time; false if the hook runs, or has run. */
    public boolean forget() {
        try {
            return ShutdownHookManager.get().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            return false;
        }
    }

    /**
     * Runs something in this thread, which is interrupted when the process is told to end.
     *
     * @param stopped is called then, when the run is over, or has not ended for some seconds
     */
    public static <T> T interruptibly(Callable<T> run, Runnable stopped) throws Exception {
        Thread runner = Thread.currentThread();
        CountDownLatch over = new CountDownLatch(1);
        SparkShutdownHook hook = call(() -> {
            interrupt(runner, over);
            stopped.run();
        });
        try {
            return run.call();
        } finally {
            over.countDown();
            if (!hook.forget()) {
                Thread.interrupted(); // what comes now is not what was to be interrupted
            }
        }
    }

    private static void interrupt(Thread runner, CountDownLatch over) {
        try {
            int interruptions = 0;
            do {
                runner.interrupt();
                interruptions++;
            } while (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS) && interruptions < INTERRUPTIONS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
