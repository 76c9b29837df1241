package workshop.serving.http;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The merged view, what it covers, its rules and the wrong merges beside it, all at one instant.
 *
 * @param merges null if they took too long, now or a moment ago
 */
record Snapshot(
        Coverage coverage,
        CustomerQueries.Sum sum,
        Rules rules,
        @Nullable Merges merges,
        List<CustomerTotal> top) {
    private static final int TOP = 100;

    /**
     * What is sent of it.
     *
     * @param proof the newest recount
     * @param proofCurrent whether that is of this very sum; else it is of an earlier one
     * @param changed those of the customers with the largest totals that are not as they were
     * @param history only to a client who knows nothing; else null
     */
    record Event(
            Coverage coverage,
            CustomerQueries.Sum sum,
            Rules rules,
            @Nullable Merges merges,
            Proof proof,
            boolean proofCurrent,
            List<CustomerTotal> changed,
            Activity.Sample sample,
            @Nullable List<Activity.Sample> history) {}

    /**
     * Reads what has changed since the last one. Sums up all customers only if something was counted or published, or if
     * the recount has met another sum of the same records: somebody has changed a table by hand.
     */
    static Snapshot read(
            Connection connection,
            Optional<LogEnds.State> log,
            String currency,
            Proof proof,
            @Nullable Snapshot last,
            boolean withMerges)
            throws SQLException {
        Coverage coverage = Coverage.read(connection, log, currency);
        if (last != null
                && last.coverage.state().equals(coverage.state())
                && (last.merges != null || !withMerges)
                && (!proof.covers(coverage) || proof.isOf(coverage, last.sum))) {
            return new Snapshot(coverage, last.sum, last.rules, last.merges, last.top);
        }
        return new Snapshot(
                coverage,
                CustomerQueries.sum(connection),
                Rules.read(connection),
                withMerges ? Merges.readInTime(connection) : null,
                CustomerQueries.top(connection, TOP));
    }

    boolean isNewsAfter(@Nullable Snapshot last) {
        return last == null
                || !last.coverage.state().equals(coverage.state())
                || !java.util.Objects.equals(last.coverage.lag(), coverage.lag());
    }

    byte[] event(@Nullable Snapshot last, Proof proof, Activity.Sample sample) {
        Map<String, CustomerTotal> before = new HashMap<>();
        if (last != null) {
            last.top.forEach(customer -> before.put(customer.customer(), customer));
        }
        List<CustomerTotal> changed = top.stream()
                .filter(customer -> !customer.equals(before.get(customer.customer())))
                .toList();
        return ServerSentEvent.of(
                "snapshot",
                new Event(coverage, sum, rules, merges, proof, proof.isOf(coverage, sum), changed, sample, null));
    }

    byte[] eventForNewcomers(Proof proof, Activity.Sample sample, List<Activity.Sample> history) {
        return ServerSentEvent.of(
                "snapshot",
                new Event(coverage, sum, rules, merges, proof, proof.isOf(coverage, sum), top, sample, history));
    }
}
