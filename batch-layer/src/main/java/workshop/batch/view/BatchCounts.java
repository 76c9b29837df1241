package workshop.batch.view;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import workshop.handoff.Epochs;

/**
 * What became of the records: {@code read = accepted + duplicates + rejected}, always.
 *
 * @param accepted what counts
 * @param duplicates what keeps the contract and does not count, since its id counts elsewhere
 * @param conflicting of the duplicates, those that say something else under the same id
 * @param readByEpoch of all that was read, the records of the log; the index is the epoch
 * @param files by the place of a history file among the sorted ones; one without records is not in it
 */
public record BatchCounts(
        long read,
        long accepted,
        long duplicates,
        long conflicting,
        long rejected,
        long[] readByEpoch,
        Map<Integer, OfFile> files)
        implements Serializable {

    /** @param kept of the records read, those that keep the contract, whether they count or are duplicates */
    public record OfFile(long read, long kept) implements Serializable {
        static final OfFile NOTHING = new OfFile(0, 0);

        private OfFile plus(OfFile other) {
            return new OfFile(read + other.read, kept + other.kept);
        }
    }

    /** What came of a history file, by its place among the sorted ones. */
    public OfFile of(int file) {
        return files.getOrDefault(file, OfFile.NOTHING);
    }

    static BatchCounts of(JavaRDD<PartialAggregate> aggregates, JavaRDD<Duplicate> duplicates, Epochs epochs) {
        BatchCounts aggregated = aggregates
                .map(BatchCounts::of)
                .fold(new BatchCounts(0, 0, 0, 0, 0, new long[epochs.open() + 1], Map.of()), BatchCounts::plus);
        long twice = duplicates.count();
        long conflicting =
                twice == 0 ? 0 : duplicates.filter(Duplicate::conflicting).count();
        return new BatchCounts(
                aggregated.read,
                aggregated.accepted - twice,
                twice,
                conflicting,
                aggregated.rejected,
                aggregated.readByEpoch,
                aggregated.files);
    }

    private static BatchCounts of(PartialAggregate aggregate) {
        long rejected = aggregate.rejections().size();
        long kept = aggregate.read() - rejected;
        Map<Integer, OfFile> files = aggregate.file() == PartialAggregate.NO_FILE
                ? Map.of()
                : Map.of(aggregate.file(), new OfFile(aggregate.read(), kept));
        return new BatchCounts(aggregate.read(), kept, 0, 0, rejected, aggregate.readByEpoch(), files);
    }

    private BatchCounts plus(BatchCounts other) {
        long[] sum = Arrays.copyOf(readByEpoch, Math.max(readByEpoch.length, other.readByEpoch.length));
        for (int epoch = 0; epoch < other.readByEpoch.length; epoch++) {
            sum[epoch] += other.readByEpoch[epoch];
        }
        Map<Integer, OfFile> both = new TreeMap<>(files);
        other.files.forEach((file, counts) -> both.merge(file, counts, OfFile::plus));
        return new BatchCounts(
                read + other.read, accepted + other.accepted, 0, 0, rejected + other.rejected, sum, both);
    }
}
