package workshop.serving.http;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The merged view and what it covers, at one instant. */
record Snapshot(Coverage coverage, Customers.Sum sum, List<CustomerTotal> top) {
    private static final int TOP = 100;

    /**
     * What is sent of it.
     *
     * @param changed those of the customers with the largest totals that are not as they were
     * @param history only to a client who knows nothing
     */
    record Event(
            Coverage coverage,
            Customers.Sum sum,
            List<CustomerTotal> changed,
            Activity.Sample sample,
            List<Activity.Sample> history) {}

    /** Reads what has changed since the last one. Sums up all customers only where something was counted or published. */
    static Snapshot read(Connection connection, Optional<Map<Integer, Long>> ends, Snapshot last) throws SQLException {
        Coverage coverage = Coverage.read(connection, ends);
        if (last != null && last.coverage.state().equals(coverage.state())) {
            return new Snapshot(coverage, last.sum, last.top);
        }
        return new Snapshot(coverage, Customers.sum(connection), Customers.top(connection, TOP));
    }

    boolean isNewsAfter(Snapshot last) {
        return last == null
                || !last.coverage.state().equals(coverage.state())
                || !java.util.Objects.equals(last.coverage.lag(), coverage.lag());
    }

    byte[] event(Snapshot last, Activity.Sample sample) {
        Map<String, CustomerTotal> before = new HashMap<>();
        if (last != null) {
            last.top.forEach(customer -> before.put(customer.customer(), customer));
        }
        List<CustomerTotal> changed = top.stream()
                .filter(customer -> !customer.equals(before.get(customer.customer())))
                .toList();
        return ServerSentEvent.of("snapshot", new Event(coverage, sum, changed, sample, null));
    }

    byte[] eventForNewcomers(Activity.Sample sample, List<Activity.Sample> history) {
        return ServerSentEvent.of("snapshot", new Event(coverage, sum, top, sample, history));
    }
}
