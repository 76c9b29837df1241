package workshop.serving.http;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a recount without Spark says of the merged view.
 *
 * @param state {@code agrees}, {@code differs}, {@code waiting} for the first, {@code failed}, or {@code off}
 * @param at when the view was read
 * @param publishedEpoch that the view was of; with {@code covered} it tells whether a view is the one that was recounted
 * @param covered where the view ended in the log, added up over the partitions (exclusive)
 * @param merged sum of all customers at that instant, currency units
 * @param recounted the same as recounted from history and log
 * @param records how many were recounted
 * @param differences how many customers differ
 * @param detail of a failure
 */
public record Proof(
        String state,
        @Nullable Instant at,
        @Nullable Integer publishedEpoch,
        @Nullable Long covered,
        @Nullable BigDecimal merged,
        @Nullable BigDecimal recounted,
        @Nullable Long records,
        @Nullable Long tookMs,
        @Nullable Integer differences,
        @Nullable String detail) {
    public static final Proof WAITING = of("waiting", null);
    public static final Proof OFF = of("off", null);

    private static Proof of(String state, @Nullable String detail) {
        return new Proof(state, null, null, null, null, null, null, null, null, detail);
    }

    /** Whether it is of the records that this covers. */
    boolean covers(Coverage coverage) {
        return covered != null && covered == coverage.covered() && publishedEpoch == coverage.publishedEpoch();
    }

    /** Whether it has recounted this very sum. */
    boolean isOf(Coverage coverage, CustomerQueries.Sum sum) {
        return covers(coverage) && merged.compareTo(sum.total()) == 0;
    }

    public static Proof failed(String detail) {
        return of("failed", detail);
    }
}
