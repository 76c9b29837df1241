package workshop.batch;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import workshop.batch.view.InputSplit;
import workshop.handoff.Epochs;
import workshop.handoff.LogContinuity;
import workshop.settings.Advice;
import workshop.settings.Plural;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;
import workshop.transactions.Place;
import workshop.transactions.RecordVisitor;

/**
 * The archived log: one folder an epoch, {@code epoch=1/}, {@code epoch=2/}, …, of Parquet files with the raw records and
 * their places. An epoch is complete once its folder holds a label that says which stretch of which topic it is.
 */
final class Lake {
    private static final String SCHEMA = "partition int, offset bigint, timestamp timestamp, key binary, value binary";

    private final SparkSession spark;
    private final Settings settings;
    private final Epochs epochs;
    private final String topicId;
    private final EpochManifest labels;
    /** How many records each epoch was read to hold, as its label says. */
    private final Map<Integer, Long> expected = new TreeMap<>();

    Lake(SparkSession spark, Settings settings, Epochs epochs, String topicId) {
        this.spark = spark;
        this.settings = settings;
        this.epochs = epochs;
        this.topicId = topicId;
        this.labels = new EpochManifest(spark, settings.lake());
    }

    /**
     * Copies every declared epoch that is not complete in the lake from the log: as a rule the last one; an earlier one
     * if somebody has damaged the lake.
     *
     * @param beginnings the first offset that is still in the log, by partition (inclusive)
     * @param unchanged asked when an epoch is copied and before it is labelled: throws if the log is another now, or
     *     this run is not the only one any more
     */
    void archive(Map<Integer, Long> beginnings, Check unchanged, StageListener listener)
            throws IOException, SQLException {
        for (int epoch = 1; epoch < epochs.open(); epoch++) {
            Map<Integer, Long> starts = starts(epoch);
            String stretch = stretch(epoch, starts);
            if (starts.isEmpty() || labels.archived(epoch, stretch).isPresent()) {
                continue;
            }
            requireNoHole(epoch, starts, beginnings);
            listener.inside(Stage.ARCHIVE, "epoch " + epoch);
            String folder = EpochManifest.newFolder();
            String path = labels.path(epoch, folder);
            long records = new LogCopy(spark, settings).to(path, starts, ends(epoch, starts));
            listener.written(Stage.ARCHIVE);
            unchanged.require();
            labels.put(epoch, stretch, folder, records);
        }
    }

    /** Something that must still hold. */
    @FunctionalInterface
    interface Check {
        void require() throws SQLException;
    }

    /** All archived records of all declared epochs. */
    JavaRDD<InputSplit> records() throws IOException {
        List<String> folders = new ArrayList<>();
        for (int epoch = 1; epoch < epochs.open(); epoch++) {
            Map<Integer, Long> starts = starts(epoch);
            if (!starts.isEmpty()) {
                EpochManifest.Archived archived = archived(epoch, starts);
                expected.put(epoch, archived.records());
                folders.add(archived.path());
            }
        }
        if (folders.isEmpty()) {
            return JavaSparkContext.fromSparkContext(spark.sparkContext()).emptyRDD();
        }
        return spark.read()
                .schema(SCHEMA)
                .parquet(folders.toArray(String[]::new))
                .select("partition", "offset", "value")
                .toJavaRDD()
                .mapPartitions(rows ->
                        List.<InputSplit>of(visitor -> show(rows, visitor)).iterator());
    }

    private EpochManifest.Archived archived(int epoch, Map<Integer, Long> starts) throws IOException {
        return labels.archived(epoch, stretch(epoch, starts))
                .orElseThrow(
                        () -> Archives.damaged(epoch, "holds no archive any more", "the one that this run began with"));
    }

    /**
     * What was read must be what was archived, also of an epoch that is not published yet.
     *
     * @param readByEpoch how many records were read; the index is the epoch
     */
    void requireComplete(long[] readByEpoch) {
        expected.forEach((epoch, records) -> {
            if (readByEpoch[epoch] != records) {
                throw Archives.damaged(
                        epoch,
                        "holds " + Plural.of(readByEpoch[epoch], "record"),
                        "the " + records + " that were archived");
            }
        });
    }

    private static void show(Iterator<Row> rows, RecordVisitor visitor) {
        while (rows.hasNext()) {
            Row row = rows.next();
            byte[] value = row.getAs(2);
            visitor.record(Place.inLog(row.getInt(0), row.getLong(1)), value, 0, value == null ? 0 : value.length);
        }
    }

    /** Where the epoch begins in each partition in which it is not empty (inclusive). */
    private Map<Integer, Long> starts(int epoch) {
        Map<Integer, Long> starts = new TreeMap<>();
        epochs.cut(epoch).endOffsets().forEach((partition, end) -> {
            long start = epochs.endOffset(epoch - 1, partition);
            if (start < end) {
                starts.put(partition, start);
            }
        });
        return starts;
    }

    private Map<Integer, Long> ends(int epoch, Map<Integer, Long> starts) {
        Map<Integer, Long> ends = new TreeMap<>();
        starts.keySet().forEach(partition -> ends.put(partition, epochs.endOffset(epoch, partition)));
        return ends;
    }

    private String stretch(int epoch, Map<Integer, Long> starts) {
        return "topic " + settings.topic() + "\ntopic id " + topicId + "\nfrom, inclusive " + starts
                + "\nto, exclusive " + ends(epoch, starts) + "\n";
    }

    private static void requireNoHole(int epoch, Map<Integer, Long> starts, Map<Integer, Long> beginnings) {
        LogContinuity.hole(starts, beginnings).ifPresent(hole -> {
            throw WorkshopException.failed(
                    "Records of epoch " + epoch + " are missing: partition " + hole.partition()
                            + " of the log begins at offset " + hole.beginning() + ", the epoch at " + hole.next()
                            + ".",
                    "They left the log before they were archived, or the lake lost its copy. A total without them"
                            + " would be wrong, so none is published.",
                    Advice.of(Advice.BEGIN_ANEW, "; then batch more often than the topic's retention"));
        });
    }
}
