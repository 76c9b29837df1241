package workshop.streaming;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.hadoop.util.ShutdownHookManager;
import workshop.settings.WorkshopException;

/** Lets a job run until the process is stopped, by Ctrl-C as a rule; what was read is then committed. */
public final class UntilStopped {
    /** Before Spark's own hooks, which end the session. */
    private static final int BEFORE_SPARK = 100;
    /** A task that is committing, or waits for PostgreSQL, is let finish. */
    private static final int STOP_SECONDS = 90;

    private UntilStopped() {}

    /** A job that runs. */
    public interface Job extends AutoCloseable {
        /** Waits until the job ends, and throws why, where it failed. */
        void await();

        @Override
        void close();
    }

    /**
     * Waits for the end of the job.
     *
     * @param words how the job is spoken of
     * @param topic that the job counts
     * @param last what is said when it has stopped in order
     */
    public static void run(Job job, RunningQuery.Words words, String topic, Supplier<String> last) {
        CountDownLatch stopped = new CountDownLatch(1);
        ShutdownHookManager.get()
                .addShutdownHook(() -> stop(job, words, last, stopped), BEFORE_SPARK, STOP_SECONDS, TimeUnit.SECONDS);
        System.out.println(words.job() + " counts what comes into the topic " + topic + ". Ctrl-C ends it.");
        System.out.flush(); // also into a file or a pipe: whoever waits for it may go on
        try {
            job.await();
            stopped.await(); // or Spark would be closed under the hook
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(Job job, RunningQuery.Words words, Supplier<String> last, CountDownLatch stopped) {
        try {
            job.close();
            System.out.println(last.get());
        } catch (RuntimeException e) {
            // Nothing that is counted is lost by it: the next run goes on from there.
            System.err.println(WorkshopException.behind(
                            e, words.job() + " did not stop in order.", words.again() + ", which goes on")
                    .threeLines());
        } finally {
            stopped.countDown();
        }
    }
}
