package workshop.batch;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import workshop.batch.view.BatchView;
import workshop.batch.view.InputSplit;
import workshop.handoff.CountedLog;
import workshop.handoff.Database;
import workshop.handoff.Epochs;
import workshop.handoff.SameLog;
import workshop.handoff.SessionWatch;
import workshop.handoff.TopicIdentity;
import workshop.handoff.TopicLog;
import workshop.settings.Advice;
import workshop.settings.Command;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;
import workshop.transactions.Rule;

/**
 * One run of the batch layer: cut, archive, recompute, publish. It never waits for the speed layer. A run that dies
 * leaves its cut behind; the next run publishes that epoch together with its own.
 */
public final class BatchLayer {
    private final SparkSession spark;
    private final Settings settings;
    private final BatchOptions options;
    private final List<HadoopFile> named;
    private final StageListener listener;
    private final Map<Stage, Duration> took = new EnumMap<>(Stage.class);

    /** By the rule that everything counts. */
    public BatchLayer(SparkSession spark, Settings settings, List<String> historyFiles, StageListener listener) {
        this(spark, settings, BatchOptions.of(historyFiles, Rule.ALL), listener);
    }

    /** @throws WorkshopException (usage) if a history file is not there */
    public BatchLayer(SparkSession spark, Settings settings, BatchOptions options, StageListener listener) {
        this.spark = spark;
        this.settings = settings;
        this.options = options;
        this.named = HistoryFiles.named(spark, options.historyFiles());
        this.listener = listener;
    }

    /** Runs the four stages. */
    public BatchReport run() {
        try (TopicLog log = new TopicLog(settings);
                SameLog same = new SameLog(log);
                Connection connection = Database.session(settings, Role.BATCH_LAYER);
                SessionWatch watch = SessionWatch.over(connection, settings, Role.BATCH_LAYER);
                BatchRunLock one = BatchRunLock.begin(connection)) {
            RunHistory files = RunHistory.of(spark, options, named, connection, listener);
            RuleChange.to(options.rule(), connection).ifPresent(change -> listener.notice(change.sentence()));
            return run(log, same, connection, files);
        } catch (SQLException e) {
            throw Database.refused(settings, Role.BATCH_LAYER, e);
        }
    }

    private BatchReport run(TopicLog log, SameLog same, Connection connection, RunHistory files) throws SQLException {
        String topicId = TopicIdentity.claim(connection, log);
        Cutting.Declared declared = timed(Stage.CUT, () -> new Cutting(connection, log, same, listener).declare());
        Lake lake = new Lake(spark, settings, declared.epochs(), topicId);
        timed(Stage.ARCHIVE, () -> {
            lake.archive(log.beginningOffsets(), () -> requireUnchanged(log, topicId, same, connection), listener);
            return null;
        });
        try {
            return publish(declared, lake, connection, files);
        } catch (RuntimeException e) {
            files.history()
                    .requireUnchanged(); // a file that was cut or deleted meanwhile is the reason, and has a name
            throw e;
        }
    }

    private BatchReport publish(Cutting.Declared declared, Lake lake, Connection connection, RunHistory files)
            throws SQLException {
        HistoryFiles history = files.history();
        try (BatchView view = timed(Stage.RECOMPUTE, () -> recompute(history, lake, declared.epochs()))) {
            long[] readByEpoch = view.counts().readByEpoch();
            lake.requireComplete(readByEpoch);
            Archives.requireComplete(connection, readByEpoch);
            EmptyHistoryGuard substance = new EmptyHistoryGuard(history, view.counts());
            if (!options.insist()) {
                substance.require(declared.epoch());
            }
            Publication publication = new Publication(connection, options.rule(), listener);
            long customers = timed(Stage.PUBLISH, () -> publication.publish(declared, view, history));
            return new BatchReport(
                    declared.epoch(),
                    declared.unpublished().stream()
                            .mapToLong(epoch -> readByEpoch[epoch])
                            .sum(),
                    view.counts(),
                    customers,
                    options.rule(),
                    publication.sum(),
                    files.lines(),
                    substance.warnings(),
                    declared.resumed(),
                    took);
        }
    }

    /** The lock of a run ends with its connection: whoever has lost it may not be the only one any more. */
    private static void requireUnchanged(TopicLog log, String topicId, SameLog same, Connection connection)
            throws SQLException {
        TopicIdentity.require(log, topicId);
        same.require(CountedLog.read(connection));
        BatchRunLock.requireStillAlone(connection);
    }

    // region recompute
    private BatchView recompute(HistoryFiles history, Lake lake, Epochs epochs) throws IOException {
        listener.inside(Stage.RECOMPUTE, history.files().size() + " history files and the lake");
        JavaRDD<InputSplit> records = history.records().union(lake.records());
        return BatchView.of(records, epochs, options.rule(), history.partitions());
    }
    // endregion

    private <T> T timed(Stage stage, Callable<T> work) throws SQLException {
        long start = System.nanoTime();
        try {
            return work.call();
        } catch (SQLException e) {
            throw e;
        } catch (Exception e) {
            throw WorkshopException.behind(
                    e,
                    "The batch run failed in the stage " + stage.name().toLowerCase(Locale.ROOT) + ".",
                    Advice.of(Command.BATCH, ", which takes up the same epoch"));
        } finally {
            took.put(stage, Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
