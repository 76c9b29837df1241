package workshop.speed;

import java.time.Duration;
import java.util.Optional;
import org.apache.spark.SparkContext;
import workshop.handoff.TopicLog;
import workshop.settings.Advice;
import workshop.settings.Command;
import workshop.settings.Plural;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/**
 * How many tasks Spark runs at once. A batch of Real-Time Mode lasts minutes, and all this time each partition holds a task
 * slot: a partition that finds none is not read. Micro-batches take the slots in turn.
 */
public final class TaskSlots {
    /** How long the executors of a cluster may take to come. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final long POLL_MS = 100;

    private TaskSlots() {}

    /** Spark's local mode with a slot for each partition that the topic has now, and a slot a core for all else. */
    public static String localMaster(Settings settings) {
        try (TopicLog log = new TopicLog(settings)) {
            return "local[" + (log.partitions() + Runtime.getRuntime().availableProcessors()) + "]";
        }
    }

    /**
     * Waits until there is a slot for each partition: the executors of a cluster come one after another.
     *
     * @throws WorkshopException if there are too few after a minute; in local mode, at once
     */
    static void await(SparkContext spark, String topic, int partitions) {
        Duration timeout = spark.isLocal() ? Duration.ZERO : PATIENCE;
        long deadline = System.nanoTime() + timeout.toNanos();
        Optional<WorkshopException> objection = objection(spark, topic, partitions);
        while (objection.isPresent() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(POLL_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for executors", e);
            }
            objection = objection(spark, topic, partitions);
        }
        objection.ifPresent(why -> {
            throw why;
        });
    }

    /** Why Real-Time Mode cannot read all of these partitions; empty if it can. */
    static Optional<WorkshopException> objection(SparkContext spark, String topic, int partitions) {
        int slots = now(spark);
        if (slots >= partitions) {
            return Optional.empty();
        }
        return Optional.of(WorkshopException.failed(
                "Spark has " + Plural.of(slots, "task slot") + ", too few for the " + Plural.of(partitions, "partition")
                        + " of the topic " + topic + ".",
                "In Real-Time Mode each partition holds a slot all the time, so the others would not be read.",
                spark.isLocal() ? moreSlots(partitions) : moreExecutors()));
    }

    private static Advice moreSlots(int partitions) {
        return Advice.of(
                Command.SPEED,
                ", which takes enough slots; or spark-submit with more cores (--master local[" + partitions
                        + "], more executors), or with --trigger 500: micro-batches take the slots in turn");
    }

    private static Advice moreExecutors() {
        return Advice.of(
                "the same with more executors or cores; or ",
                Command.SPEED.with("--trigger 500"),
                ": micro-batches take the slots in turn");
    }

    /** With dynamic allocation Spark asks for executors only when tasks wait, so nobody can know before. */
    private static int now(SparkContext spark) {
        return spark.conf().getBoolean("spark.dynamicAllocation.enabled", false)
                ? Integer.MAX_VALUE
                : spark.maxNumConcurrentTasks(spark.resourceProfileManager().defaultResourceProfile());
    }
}
