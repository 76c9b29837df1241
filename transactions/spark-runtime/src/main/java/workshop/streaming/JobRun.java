package workshop.streaming;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import workshop.settings.Advice;
import workshop.settings.Runner;
import workshop.settings.WorkshopException;
import workshop.transactions.spark.SparkShutdownHook;

/** A job from its start to its end: until it has caught up, or until the process is stopped, by Ctrl-C as a rule. */
public final class JobRun {
    /** How long Ctrl-C lets a job start to the end, to stop it in order then. */
    private static final int START_SECONDS = 5;

    private final Supplier<Job> start;
    private final RunningQuery.Words words;
    private final Supplier<String> last;
    private final boolean isLive;
    private final Runner runner;
    private final LiveLine line = new LiveLine(System.out);
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Job job;
    private volatile boolean catchesUp;

    /**
     * @param start starts the job
     * @param words how the job is spoken of
     * @param last what is said when it has stopped in order
     * @param isLive whether a person at a terminal is shown all the time how far the job is
     * @param runner that knows how commands are typed here
     */
    public JobRun(Supplier<Job> start, RunningQuery.Words words, Supplier<String> last, boolean isLive, Runner runner) {
        this.start = start;
        this.words = words;
        this.last = last;
        this.isLive = isLive;
        this.runner = runner;
    }

    /** A job that runs. Closing it twice does no harm. */
    public interface Job extends AutoCloseable {
        /** Waits until the job ends, and throws why, if it failed. */
        void await();

        /** Waits until everything is counted that is in the log now. */
        void awaitCaughtUp();

        /** To ask how far the job is. */
        Gauge gauge();

        @Override
        void close();
    }

    /** Is asked again and again how far a job is, by one thread. */
    public interface Gauge extends AutoCloseable {
        /** Throws if Kafka or PostgreSQL does not answer. */
        JobProgress read();

        @Override
        void close();
    }

    /**
     * Starts the job and waits for the end of the process.
     *
     * @param topic that the job counts
     */
    public void untilStopped(String topic) {
        SparkShutdownHook.call(this::stop);
        start();
        System.out.println(words.job() + " counts what comes into the topic " + topic + ". Ctrl-C ends it.");
        System.out.flush(); // also into a file or a pipe: whoever waits for it may go on
        showLine();
        try {
            job.await();
        } finally {
            line.end();
        }
        awaitStopped();
    }

    /** Starts the job, and stops it when everything is counted that is in the log now. Ctrl-C stops it before. */
    public void untilCaughtUp() {
        catchesUp = true;
        SparkShutdownHook onCtrlC = SparkShutdownHook.call(this::stop);
        try (Job running = start()) {
            showLine();
            running.awaitCaughtUp();
            catchesUp = false;
        } catch (RuntimeException e) {
            if (onCtrlC.forget()) {
                throw e;
            }
        } finally {
            line.end();
        }
        if (onCtrlC.forget()) {
            System.out.println(last.get());
        } else {
            awaitStopped();
        }
    }

    private void showLine() {
        if (isLive) {
            line.begin(job::gauge);
        }
    }

    private Job start() {
        try {
            job = start.get();
            return job;
        } finally {
            started.countDown();
        }
    }

    private void stop() {
        try {
            if (!started.await(START_SECONDS, TimeUnit.SECONDS) || job == null) {
                return; // it has counted nothing
            }
            line.end();
            boolean isEarly = catchesUp;
            job.close();
            System.out.println(last.get());
            if (isEarly) {
                System.out.println(words.job() + " was stopped before it had caught up. "
                        + words.again().typed(runner) + " goes on there.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // Nothing that is counted is lost by it: the next run goes on from there.
            System.err.println(WorkshopException.behind(
                            e, words.job() + " did not stop in order.", Advice.of(words.again(), ", which goes on"))
                    .threeLines(runner));
        } finally {
            stopped.countDown();
        }
    }

    /** Or Spark would be closed under the hook. */
    private void awaitStopped() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
