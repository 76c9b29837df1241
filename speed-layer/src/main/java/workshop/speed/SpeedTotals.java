package workshop.speed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import workshop.handoff.Epochs;
import workshop.handoff.Sql;
import workshop.handoff.TotalColumns;
import workshop.transactions.CustomerOrder;
import workshop.transactions.Rule;
import workshop.transactions.Total;

/** Accepted transactions of one partition, added up by customer and epoch, in customer order: writers never deadlock. */
final class SpeedTotals {
    private static final String ADD = Sql.load(SpeedTotals.class, "add-speed-totals.sql");
    private static final String ADD_RETIRED = Sql.load(SpeedTotals.class, "add-retired-totals.sql");

    private record Key(String customer, int epoch, int clockEpoch) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::customer, CustomerOrder.BY_CODE_POINT)
                .thenComparingInt(Key::epoch)
                .thenComparingInt(Key::clockEpoch);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** Of epochs that are not published: they count in the merged view. */
    private final TreeMap<Key, Total> open = new TreeMap<>();
    /** Of published epochs: the batch layer answers for them, only the wrong merges count them. */
    private final TreeMap<Key, Total> retired = new TreeMap<>();

    static SpeedTotals of(
            List<PendingRecord.Accepted> transactions, Rule rule, int partition, Epochs epochs, int published) {
        SpeedTotals totals = new SpeedTotals();
        for (PendingRecord.Accepted record : transactions) {
            int epoch = epochs.epochOf(partition, record.offset());
            int clockEpoch = epochs.epochAt(record.time());
            Key key = new Key(record.transaction().customer(), epoch > published ? epoch : 0, clockEpoch);
            (epoch > published ? totals.open : totals.retired)
                    .merge(key, Total.of(record.transaction(), rule), Total::plus);
        }
        return totals;
    }

    /** Adds these totals to the tables, two statements at most. */
    void addTo(Connection connection) throws SQLException {
        if (!open.isEmpty()) {
            try (PreparedStatement add = connection.prepareStatement(ADD)) {
                TotalColumns.set(add, 1, "text", open.keySet(), Key::customer);
                TotalColumns.set(add, 2, "integer", open.keySet(), Key::epoch);
                TotalColumns.set(add, 3, "integer", open.keySet(), Key::clockEpoch);
                TotalColumns.set(add, 4, open.values());
                add.executeUpdate();
            }
        }
        if (!retired.isEmpty()) {
            try (PreparedStatement add = connection.prepareStatement(ADD_RETIRED)) {
                TotalColumns.set(add, 1, "text", retired.keySet(), Key::customer);
                TotalColumns.set(add, 2, "integer", retired.keySet(), Key::clockEpoch);
                TotalColumns.set(add, 3, "numeric", retired.values(), Total::amount);
                TotalColumns.set(add, 4, "bigint", retired.values(), Total::transactions);
                add.executeUpdate();
            }
        }
    }
}
