package workshop.speed;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.unix_millis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import workshop.handoff.Connections;
import workshop.handoff.CountedLog;
import workshop.handoff.Database;
import workshop.handoff.OffsetsJson;
import workshop.handoff.PlainConsumer;
import workshop.handoff.SameLog;
import workshop.handoff.TopicIdentity;
import workshop.handoff.TopicLog;
import workshop.settings.Command;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;
import workshop.streaming.JobRun;
import workshop.streaming.RunningQuery;
import workshop.transactions.Rule;

/**
 * The running speed layer: one Structured Streaming query from Kafka to the exact sink. It begins where PostgreSQL says;
 * Spark's checkpoint holds notes of this run only and is never read by the next.
 */
public final class SpeedLayer implements JobRun.Job {
    static final RunningQuery.Words WORDS = new RunningQuery.Words("The speed layer", Command.SPEED);

    private final Settings settings;
    private final Map<Integer, Long> begin;
    private final RunningQuery query;
    private final Checkpoint checkpoint;
    private final Heartbeat heartbeat;

    private SpeedLayer(
            Settings settings, Map<Integer, Long> begin, RunningQuery query, Checkpoint checkpoint, Rule rule) {
        this.settings = settings;
        this.begin = begin;
        this.query = query;
        this.checkpoint = checkpoint;
        this.heartbeat = new Heartbeat(settings, checkpoint.path().getName(), rule, query::isActive);
    }

    /** By the rule that everything counts. */
    public static SpeedLayer start(SparkSession spark, Settings settings, SpeedTrigger trigger) {
        return start(spark, settings, trigger, Rule.ALL);
    }

    /**
     * @param rule which transactions count from here on; what is counted already stays as it is until a batch covers it
     * @throws WorkshopException if the log has a hole, or is another than the one that was counted, or Real-Time Mode has
     *     fewer task slots than the topic has partitions
     */
    public static SpeedLayer start(SparkSession spark, Settings settings, SpeedTrigger trigger, Rule rule) {
        try (TopicLog log = new TopicLog(settings);
                SameLog same = new SameLog(log);
                Connection connection = Database.connect(settings, Role.SPEED_LAYER)) {
            String topicId = TopicIdentity.claim(connection, log);
            Map<Integer, Long> beginnings = log.beginningOffsets();
            Map<Integer, Long> next = ResumeOffsets.nextOffsets(connection, beginnings.keySet());
            // The ends after that: another speed layer may count what comes in meanwhile, and be beyond earlier ends.
            ResumeOffsets.requireNoHole(next, beginnings, log.endOffsets());
            CountedLog counted = CountedLog.read(connection);
            same.require(counted);
            SparkContext realTime = trigger.realTime() ? spark.sparkContext() : null;
            if (realTime != null) {
                TaskSlots.await(realTime, settings.topic(), next.size());
            }
            Checkpoint checkpoint = Checkpoint.fresh(spark, settings);
            // region write
            StreamingQuery query = records(spark, settings, next)
                    .writeStream()
                    .queryName("speed layer " + checkpoint.path().getName())
                    .foreach(new TotalsWriter(settings.only(Role.SPEED_LAYER), topicId, rule))
                    .outputMode("update")
                    .trigger(trigger.spark())
                    .option("checkpointLocation", checkpoint.path().toString())
                    .start();
            // endregion
            RunningQuery running =
                    new RunningQuery(query, WORDS, () -> new SpeedGuard(settings, counted, realTime, next.size()));
            return new SpeedLayer(settings, next, running, checkpoint, rule);
        } catch (SQLException e) {
            throw Database.refused(settings, Role.SPEED_LAYER, e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Spark did not start the query in time", e);
        }
    }

    /** One task a Kafka partition: records of a partition reach the sink in their order. */
    private static Dataset<Row> records(SparkSession spark, Settings settings, Map<Integer, Long> next) {
        // region read
        return spark.readStream()
                .format("kafka")
                .option("kafka.bootstrap.servers", settings.kafka())
                .option("kafka.isolation.level", PlainConsumer.COMMITTED)
                .option("subscribe", settings.topic())
                .option("startingOffsets", OffsetsJson.offsets(settings.topic(), next))
                .option("failOnDataLoss", "true")
                .load()
                .select(
                        col("partition"),
                        col("offset"),
                        unix_millis(col("timestamp")).as("time"),
                        col("key"),
                        col("value"));
        // endregion
    }

    /** Waits until the query ends: by {@link #close}, or by a failure, which is thrown. */
    @Override
    public void await() {
        query.awaitEnd();
    }

    /** Throws why the query has ended, if it has. */
    public void requireRunning() {
        query.requireRunning();
    }

    /** Waits until everything is counted that is committed in the log now. */
    @Override
    public void awaitCaughtUp() {
        try (TopicLog log = new TopicLog(settings)) {
            awaitCounted(log.recordEnds());
        }
    }

    /** Waits until something is counted of what was not covered when the query started. */
    public void awaitSomeCounted() {
        query.await(() -> !nextOffsets(begin.keySet()).equals(begin));
    }

    /** @param ends the first offset that need not be counted, by partition (exclusive) */
    public void awaitCounted(Map<Integer, Long> ends) {
        query.await(() -> {
            Map<Integer, Long> next = nextOffsets(ends.keySet());
            return ends.entrySet().stream().allMatch(end -> next.get(end.getKey()) >= end.getValue());
        });
    }

    @Override
    public JobRun.Gauge gauge() {
        return new SpeedGauge(settings);
    }

    /** Stops the query; what was read is committed. */
    @Override
    public void close() {
        query.close();
        heartbeat.close();
        checkpoint.delete();
    }

    /** By a connection of the pool, which waits for PostgreSQL as the query itself does. */
    private Map<Integer, Long> nextOffsets(Set<Integer> partitions) {
        return Connections.withRetry(
                settings, Role.SPEED_LAYER, connection -> ResumeOffsets.nextOffsets(connection, partitions));
    }
}
