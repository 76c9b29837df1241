package workshop.kappa;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.TimeMode;
import org.apache.spark.sql.streaming.Trigger;
import workshop.handoff.Connections;
import workshop.handoff.Database;
import workshop.handoff.PlainConsumer;
import workshop.kappa.MicroBatchAggregate.Partition;
import workshop.settings.Advice;
import workshop.settings.Command;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;
import workshop.streaming.JobRun;
import workshop.streaming.RunningQuery;
import workshop.transactions.Rule;

/**
 * A running version of the Kappa job: one Structured Streaming query over the history and the stream, from their first
 * records, into the totals of the version. Its state, which ids it has counted, is in its checkpoint.
 */
public final class KappaJob implements JobRun.Job {
    private final Settings settings;
    private final Version version;
    private final Connection lock;
    private final LogTopics counted;
    private final RunningQuery query;

    private KappaJob(Settings settings, Version version, Connection lock, LogTopics counted, RunningQuery query) {
        this.settings = settings;
        this.version = version;
        this.lock = lock;
        this.counted = counted;
        this.query = query;
    }

    static RunningQuery.Words words(String version) {
        return new RunningQuery.Words("Kappa " + version, Command.KAPPA_RUN.with("--version " + version));
    }

    /**
     * Goes on with a version, or begins it.
     *
     * @param rule which transactions count; null means the version's own rule, and for a new version that everything counts
     * @throws WorkshopException if it runs already, counts by another rule, or its notes or the log are not what it knew
     */
    public static KappaJob start(SparkSession spark, Settings settings, String name, Rule rule) {
        return start(spark, settings, name, rule, () -> {});
    }

    /** @param committed called when PostgreSQL has a batch, before Spark notes that it is done, for tests that die there */
    static KappaJob start(SparkSession spark, Settings settings, String name, Rule rule, Runnable committed) {
        Version.requireName(name);
        Connection lock = Database.connect(settings, Role.KAPPA);
        try (LogTopics topics = new LogTopics(settings)) {
            Version version = claim(spark, settings, new Versions(lock), topics, name, rule);
            LogTopics counted = new LogTopics(settings);
            StreamingQuery query = start(StatefulSession.of(spark), settings, version, counted, committed);
            RunningQuery running = new RunningQuery(query, words(name), () -> new KappaGuard(settings, version));
            return new KappaJob(settings, version, lock, counted, running);
        } catch (SQLException e) {
            throw Database.refused(settings, Role.KAPPA, closing(lock, e));
        } catch (TimeoutException | IOException e) {
            throw new IllegalStateException("The query was not started", closing(lock, e));
        } catch (RuntimeException e) {
            throw closing(lock, e);
        }
    }

    private static <E extends Exception> E closing(Connection lock, E why) {
        try {
            release(lock);
        } catch (SQLException lost) {
            why.addSuppressed(lost);
        }
        return why;
    }

    /** When this returns, the version may be run again. */
    private static void release(Connection lock) throws SQLException {
        try (lock) {
            Database.unlock(lock);
        }
    }

    private static Version claim(
            SparkSession spark, Settings settings, Versions versions, LogTopics topics, String name, Rule rule)
            throws SQLException, IOException {
        topics.requireNotCompacted();
        versions.lock(name);
        Version version = versions.find(name).orElse(null);
        if (version == null) {
            topics.requireFromItsFirstRecord();
            versions.requireHistoryIn(topics);
            return versions.create(
                    name,
                    rule == null ? Rule.ALL : rule,
                    settings.kappaWindow(),
                    topics.historyId(),
                    topics.transactionsId());
        }
        versions.requireSameLog(version, topics);
        version.requireRule(rule);
        Path offsets = new Path(checkpoint(settings, version), "offsets");
        if (version.lastBatch() >= 0
                && !offsets.getFileSystem(spark.sessionState().newHadoopConf()).exists(offsets)) {
            throw WorkshopException.failed(
                    "The state of the version " + name + " is gone: there is no " + offsets + ".",
                    "It says which ids are counted. Without it every later duplicate would count.",
                    Advice.of(
                            Command.KAPPA_RUN.with("--version another_name"),
                            ", which counts all of the log anew; then promote that"));
        }
        return version;
    }

    private static Path checkpoint(Settings settings, Version version) {
        return new Path(settings.checkpoints(), version.checkpoint());
    }

    private static StreamingQuery start(
            SparkSession spark, Settings settings, Version version, LogTopics topics, Runnable committed)
            throws TimeoutException {
        Dataset<Row> log = spark.readStream()
                .format("kafka")
                .option("kafka.bootstrap.servers", settings.kafka())
                .option("kafka.isolation.level", PlainConsumer.COMMITTED)
                .option("subscribe", settings.historyTopic() + "," + settings.topic())
                .option("startingOffsets", "earliest")
                .option("failOnDataLoss", "true")
                .option("maxOffsetsPerTrigger", settings.kappaBatch())
                .load();
        MicroBatchSink sink = new MicroBatchSink(settings, version, topics);
        Rule rule = version.rule();
        // region query
        return outcomes(CheckedRecords.of(log, settings.historyTopic()), version)
                .writeStream()
                .queryName(version.checkpoint())
                .foreachBatch((batch, id) -> {
                    List<MicroBatchAggregate> parts = batch.javaRDD()
                            .mapPartitions(outcomes -> List.of(MicroBatchAggregate.of(outcomes, rule))
                                    .iterator())
                            .collect();
                    commit(settings, sink, id, MicroBatchAggregate.sum(parts, rule));
                    committed.run();
                })
                .outputMode(OutputMode.Append())
                .trigger(Trigger.ProcessingTime(0))
                .option("checkpointLocation", checkpoint(settings, version).toString())
                .start();
        // endregion
    }

    /**
     * What becomes of each record. Time is that of arrival, and Spark drops nothing as late. The usual watermark, of the
     * time in the records, fails in a replay: beside last year's history the stream of today is read, the watermark goes
     * to today with its first record, and all of the history is late.
     */
    private static Dataset<Row> outcomes(Dataset<Row> checked, Version version) {
        // region state
        return checked.groupByKey((MapFunction<Row, String>) row -> row.getString(0), Encoders.STRING())
                .transformWithState(
                        new FirstById(version.createdAt().toEpochMilli(), version.windowSeconds() * 1000),
                        TimeMode.ProcessingTime(),
                        OutputMode.Append(),
                        Encoders.row(RecordOutcome.SCHEMA));
        // endregion
    }

    private static void commit(Settings settings, MicroBatchSink sink, long batch, MicroBatchAggregate aggregate) {
        Connections.withRetry(settings, Role.KAPPA, connection -> {
            sink.commit(connection, batch, aggregate);
            return null;
        });
    }

    /** Waits until the query ends: by {@link #close}, or by a failure, which is thrown. */
    @Override
    public void await() {
        query.awaitEnd();
    }

    /** Waits until everything is counted that is committed in the log now. */
    @Override
    public void awaitCaughtUp() {
        try (LogTopics topics = new LogTopics(settings)) {
            Map<Partition, Long> ends = topics.recordEnds();
            query.await(() -> LogTopics.behind(ends, progress()) == 0);
        }
    }

    private Map<Partition, Long> progress() {
        return Connections.withRetry(settings, Role.KAPPA, connection -> {
            Map<Partition, Long> next = new Versions(connection).progress(version.name());
            connection.rollback();
            return next;
        });
    }

    @Override
    public JobRun.Gauge gauge() {
        return new KappaGauge(settings, version.name());
    }

    /** Stops the query between two batches, or in one, which the next run then does again. */
    @Override
    public void close() {
        try {
            query.close();
        } finally {
            counted.close();
            try {
                release(lock);
            } catch (SQLException lost) {
                // PostgreSQL has given the lock back already.
            }
        }
    }
}
