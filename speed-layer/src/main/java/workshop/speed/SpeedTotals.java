package workshop.speed;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import workshop.handoff.Epochs;
import workshop.handoff.Sql;
import workshop.transactions.CustomerOrder;
import workshop.transactions.Total;

/** Accepted transactions of one partition, added up by customer and epoch, in customer order: writers never deadlock. */
final class SpeedTotals {
    private static final String ADD = Sql.load(SpeedTotals.class, "add-speed-totals.sql");
    private static final String ADD_RETIRED = Sql.load(SpeedTotals.class, "add-retired-totals.sql");

    private record Key(String customer, int epoch, int clockEpoch) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::customer, CustomerOrder.BY_CODE_POINT)
                .thenComparing(Key::epoch)
                .thenComparing(Key::clockEpoch);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** Of epochs that are not published: they count in the merged view. */
    private final TreeMap<Key, Total> open = new TreeMap<>();
    /** Of published epochs: the batch layer answers for them, only the wrong merges count them. */
    private final TreeMap<Key, Total> retired = new TreeMap<>();

    static SpeedTotals of(List<Pending.Accepted> transactions, int partition, Epochs epochs, int published) {
        SpeedTotals totals = new SpeedTotals();
        for (Pending.Accepted record : transactions) {
            int epoch = epochs.epochOf(partition, record.offset());
            int clockEpoch = epochs.epochAt(record.time());
            Key key = new Key(record.transaction().customer(), epoch > published ? epoch : 0, clockEpoch);
            (epoch > published ? totals.open : totals.retired).merge(key, Total.of(record.transaction()), Total::plus);
        }
        return totals;
    }

    /** Adds these totals to the tables, two statements at most. */
    void addTo(Connection connection) throws SQLException {
        if (!open.isEmpty()) {
            try (PreparedStatement add = connection.prepareStatement(ADD)) {
                add.setArray(1, connection.createArrayOf("text", column(open, key -> key.getKey()
                        .customer())));
                add.setArray(2, connection.createArrayOf("integer", column(open, key -> key.getKey()
                        .epoch())));
                add.setArray(3, connection.createArrayOf("integer", column(open, key -> key.getKey()
                        .clockEpoch())));
                setTotals(add, 4, connection, open);
                add.executeUpdate();
            }
        }
        if (!retired.isEmpty()) {
            try (PreparedStatement add = connection.prepareStatement(ADD_RETIRED)) {
                add.setArray(1, connection.createArrayOf("text", column(retired, key -> key.getKey()
                        .customer())));
                add.setArray(2, connection.createArrayOf("integer", column(retired, key -> key.getKey()
                        .clockEpoch())));
                setTotals(add, 3, connection, retired);
                add.executeUpdate();
            }
        }
    }

    private static void setTotals(PreparedStatement add, int index, Connection connection, Map<Key, Total> totals)
            throws SQLException {
        BigDecimal[] amounts = totals.values().stream().map(Total::amount).toArray(BigDecimal[]::new);
        Long[] transactions = totals.values().stream().map(Total::transactions).toArray(Long[]::new);
        add.setArray(index, connection.createArrayOf("numeric", amounts));
        add.setArray(index + 1, connection.createArrayOf("bigint", transactions));
    }

    private static Object[] column(Map<Key, Total> totals, Function<Map.Entry<Key, Total>, Object> value) {
        return totals.entrySet().stream().map(value).toArray();
    }
}
