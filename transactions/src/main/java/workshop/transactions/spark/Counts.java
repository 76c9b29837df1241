package workshop.transactions.spark;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.api.java.JavaRDD;
import workshop.handoff.Epochs;

/**
 * What became of the records: {@code read = accepted + duplicates + rejected}, always.
 *
 * @param accepted what counts
 * @param duplicates what keeps the contract and does not count, since its id counts elsewhere
 * @param conflicting of the duplicates, those that say something else under the same id
 * @param readByEpoch of all that was read, the records of the log; the index is the epoch
 */
public record Counts(long read, long accepted, long duplicates, long conflicting, long rejected, long[] readByEpoch)
        implements Serializable {

    static Counts of(JavaRDD<Tally> tallies, JavaRDD<Duplicate> duplicates, Epochs epochs) {
        Counts tallied =
                tallies.map(Counts::of).fold(new Counts(0, 0, 0, 0, 0, new long[epochs.open() + 1]), Counts::plus);
        long twice = duplicates.count();
        long conflicting =
                twice == 0 ? 0 : duplicates.filter(Duplicate::conflicting).count();
        return new Counts(
                tallied.read, tallied.accepted - twice, twice, conflicting, tallied.rejected, tallied.readByEpoch);
    }

    private static Counts of(Tally tally) {
        long rejected = tally.rejections().size();
        return new Counts(tally.read(), tally.read() - rejected, 0, 0, rejected, tally.readByEpoch());
    }

    private Counts plus(Counts other) {
        long[] sum = Arrays.copyOf(readByEpoch, Math.max(readByEpoch.length, other.readByEpoch.length));
        for (int epoch = 0; epoch < other.readByEpoch.length; epoch++) {
            sum[epoch] += other.readByEpoch[epoch];
        }
        return new Counts(read + other.read, accepted + other.accepted, 0, 0, rejected + other.rejected, sum);
    }
}
