package workshop.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import workshop.batch.view.InputSplit;
import workshop.settings.WorkshopException;
import workshop.transactions.Place;
import workshop.transactions.RecordVisitor;
import workshop.transactions.Verdict.Rejected;
import workshop.transactions.history.HistoryFile;
import workshop.transactions.history.HistoryFormat;
import workshop.transactions.history.JsonArray;
import workshop.transactions.history.JsonLines;

/**
 * The history files of a run, sorted by path: their order decides which of two records with one id counts. JSON Lines are
 * read in parallel by ranges of bytes, an array by one task.
 */
final class HistoryFiles {
    private static final long MAX_RANGE = 32L << 20;
    private static final long MIN_RANGE = 1L << 20;
    /** How much input one part of ids and totals stands for. */
    private static final long BYTES_PER_PARTITION = 128L << 20;

    private final JavaSparkContext spark;
    private final List<DigestedFile> held;
    private final List<HadoopFile> files;

    /** @param held sorted by path */
    HistoryFiles(SparkSession session, List<DigestedFile> held) {
        this.spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        this.held = held;
        this.files = held.stream().map(DigestedFile::file).toList();
    }

    /**
     * The files of these names, sorted by path.
     *
     * @throws WorkshopException (usage) if one is not there
     */
    static List<HadoopFile> named(SparkSession session, List<String> names) {
        return names.stream()
                .map(name -> HadoopFile.of(session, name))
                .sorted()
                .distinct()
                .toList();
    }

    /** Their index is the one in a record's {@link Place}. */
    List<HadoopFile> files() {
        return files;
    }

    /** The same files, with what they held before they were read. */
    List<DigestedFile> held() {
        return held;
    }

    /** @throws WorkshopException if a file is another than before it was read */
    void requireUnchanged() {
        held.forEach(DigestedFile::requireUnchanged);
    }

    /** Into how many parts ids and totals are divided, by the size of the input. */
    int partitions() {
        long bytes = files.stream().mapToLong(HadoopFile::length).sum();
        return (int) Math.max(spark.defaultParallelism(), Math.min(bytes / BYTES_PER_PARTITION, 1000));
    }

    JavaRDD<InputSplit> records() {
        List<InputSplit> pieces = new ArrayList<>();
        for (int file = 0; file < files.size(); file++) {
            pieces.addAll(pieces(file, files.get(file)));
        }
        return pieces.isEmpty() ? spark.emptyRDD() : spark.parallelize(pieces, pieces.size());
    }

    private List<InputSplit> pieces(int file, HadoopFile in) {
        try {
            if (HistoryFile.formatOf(in) == HistoryFormat.JSON_ARRAY) {
                return List.of(visitor -> JsonArray.read(in, placed(file, visitor)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // region ranges
        List<InputSplit> ranges = new ArrayList<>();
        long wanted = in.length() / (2L * spark.defaultParallelism());
        long range = Math.max(MIN_RANGE, Math.min(MAX_RANGE, wanted));
        for (long start = 0; start < in.length(); start += range) {
            long from = start;
            ranges.add(visitor -> JsonLines.read(in, from, from + range, placed(file, visitor)));
        }
        return ranges;
        // endregion
    }

    private static RecordVisitor placed(int file, RecordVisitor visitor) {
        return new RecordVisitor() {
            @Override
            public void record(long offset, byte[] bytes, int from, int length) {
                visitor.record(Place.inHistory(file, offset), bytes, from, length);
            }

            @Override
            public void broken(long offset, Rejected why) {
                visitor.broken(Place.inHistory(file, offset), why);
            }
        };
    }
}
