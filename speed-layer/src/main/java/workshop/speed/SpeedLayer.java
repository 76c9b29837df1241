package workshop.speed;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.unix_millis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import workshop.handoff.Database;
import workshop.handoff.OffsetsJson;
import workshop.handoff.TopicIdentity;
import workshop.handoff.TopicLog;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/**
 * The running speed layer: one Structured Streaming query from Kafka to the exact sink. It begins where PostgreSQL says;
 * Spark's checkpoint holds notes of this run only and is never read by the next.
 */
public final class SpeedLayer implements AutoCloseable {
    private static final long POLL_MS = 20;
    private static final long WATCH_MS = 1_000;
    private static final int STOP_ATTEMPTS = 30;
    private static final int ATTEMPTS = 3;

    private final Settings settings;
    private final String topicId;
    private final Map<Integer, Long> begin;
    private final StreamingQuery query;
    private final Checkpoint checkpoint;
    private final Heartbeat heartbeat;

    private SpeedLayer(
            Settings settings, String topicId, Map<Integer, Long> begin, StreamingQuery query, Checkpoint checkpoint) {
        this.settings = settings;
        this.checkpoint = checkpoint;
        this.topicId = topicId;
        this.begin = begin;
        this.query = query;
        this.heartbeat = new Heartbeat(settings, checkpoint.path().getName(), query::isActive);
    }

    /** @throws WorkshopException where the log has a hole, or is another than the one that was counted */
    public static SpeedLayer start(SparkSession spark, Settings settings, SpeedTrigger trigger) {
        try (TopicLog log = new TopicLog(settings);
                Connection connection = Database.connect(settings, Role.SPEED_LAYER)) {
            String topicId = TopicIdentity.claim(connection, log);
            Map<Integer, Long> ends = log.endOffsets();
            Map<Integer, Long> next = Progress.nextOffsets(connection, ends.keySet());
            Progress.requireNoHole(next, log.beginningOffsets(), ends);
            Checkpoint checkpoint = Checkpoint.fresh(spark, settings);
            StreamingQuery query = records(spark, settings, next)
                    .writeStream()
                    .queryName("speed layer " + checkpoint.path().getName())
                    .foreach(new TotalsWriter(settings.only(Role.SPEED_LAYER), topicId))
                    .outputMode("update")
                    .trigger(trigger.spark())
                    .option("checkpointLocation", checkpoint.path().toString())
                    .start();
            return new SpeedLayer(settings, topicId, next, query, checkpoint);
        } catch (SQLException e) {
            throw Database.refused(settings, Role.SPEED_LAYER, e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Spark did not start the query in time", e);
        }
    }

    /** One task a Kafka partition: records of a partition reach the sink in their order. */
    private static Dataset<Row> records(SparkSession spark, Settings settings, Map<Integer, Long> next) {
        return spark.readStream()
                .format("kafka")
                .option("kafka.bootstrap.servers", settings.kafka())
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
    }

    /**
     * Waits until the query ends: by {@link #close}, or by a failure, which is thrown. A topic that is deleted and created
     * again meanwhile is a failure: Spark would go on with the new one, and its offsets name other records.
     */
    public void await() {
        try (TopicLog log = new TopicLog(settings)) {
            while (!query.awaitTermination(WATCH_MS)) {
                requireSameTopic(log);
            }
        } catch (StreamingQueryException e) {
            throw failure(e);
        }
    }

    /** Throws why the query has ended, if it has. */
    public void requireRunning() {
        try {
            if (query.awaitTermination(1)) {
                throw stoppedEarly();
            }
        } catch (StreamingQueryException e) {
            throw failure(e);
        }
    }

    private void requireSameTopic(TopicLog log) {
        String id;
        try {
            id = log.topicId();
        } catch (WorkshopException unreachable) {
            return; // Kafka may come back; where it does not, the query fails by itself
        }
        if (!id.equals(topicId)) {
            close();
            throw TopicIdentity.anotherTopic(settings.topic(), settings.topic());
        }
    }

    /** Waits until everything is counted that is in the log now. */
    public void awaitCaughtUp() {
        try (TopicLog log = new TopicLog(settings)) {
            awaitCounted(log.endOffsets());
        }
    }

    /** Waits until something is counted of what was not covered when the query started. */
    public void awaitSomeCounted() {
        awaitProgress(begin.keySet(), next -> !next.equals(begin));
    }

    /** @param ends the first offset that need not be counted, by partition (exclusive) */
    public void awaitCounted(Map<Integer, Long> ends) {
        awaitProgress(ends.keySet(), next -> ends.entrySet().stream()
                .allMatch(end -> next.get(end.getKey()) >= end.getValue()));
    }

    private void awaitProgress(Set<Integer> partitions, Predicate<Map<Integer, Long>> isEnough) {
        try (TopicLog log = new TopicLog(settings)) {
            for (long polls = 1; !isEnough.test(nextOffsets(partitions)); polls++) {
                if (query.awaitTermination(POLL_MS)) {
                    throw stoppedEarly();
                }
                if (polls % (WATCH_MS / POLL_MS) == 0) {
                    requireSameTopic(log);
                }
            }
            requireSameTopic(log);
        } catch (StreamingQueryException e) {
            throw failure(e);
        }
    }

    /**
     * Stops the query; what was read is committed. Spark cancels the job that runs at this moment, and a job of Real-Time
     * Mode that begins a moment later would go on for minutes, as a query that calls itself stopped: so the stop is
     * repeated until its thread has ended.
     */
    @Override
    public void close() {
        int attempt = 1;
        while (!isStopped(attempt == STOP_ATTEMPTS)) {
            attempt++;
        }
        heartbeat.close();
        checkpoint.delete();
    }

    /** Returns when the query's thread has ended, or after some seconds without that. */
    private boolean isStopped(boolean last) {
        try {
            query.stop();
            return true;
        } catch (TimeoutException e) {
            if (last) {
                throw new IllegalStateException("Spark did not stop the query in time", e);
            }
            return false;
        }
    }

    /** By a connection of the pool, which waits for PostgreSQL as the query itself does. */
    private Map<Integer, Long> nextOffsets(Set<Integer> partitions) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = Connections.pool(settings).getConnection()) {
                return Progress.nextOffsets(connection, partitions);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !Database.isUnreachable(String.valueOf(e.getSQLState()))) {
                    throw Database.refused(settings, Role.SPEED_LAYER, e);
                }
            }
        }
    }

    private static WorkshopException stoppedEarly() {
        return WorkshopException.failed(
                "The speed layer was stopped before it had caught up.",
                "What it had read is counted; the rest is still in the log.",
                "./workshop speed --until-caught-up");
    }

    private static RuntimeException failure(StreamingQueryException e) {
        return WorkshopException.behind(
                e,
                "The speed layer stopped.",
                "./workshop status, then ./workshop speed, which goes on where PostgreSQL is");
    }
}
