package workshop.lab.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import workshop.handoff.Sql;
import workshop.transactions.Rule;
import workshop.transactions.Total;

/**
 * What a version of Kappa says at one instant.
 *
 * @param version null if there is none
 * @param historyTopicId of the topic whose records it has counted; so is {@code topicId}
 * @param forgotten how many ids have left its state
 * @param next the first offset that is not counted (exclusive), by topic and partition
 * @param unchecked the offsets of what it counted although too old to know, by topic and partition
 * @param history the files that are in the log
 * @param totals by customer
 */
record KappaSnapshot(
        String version,
        Rule rule,
        String historyTopicId,
        String topicId,
        long forgotten,
        Map<String, Map<Integer, Long>> next,
        Map<String, Map<Integer, Set<Long>>> unchecked,
        List<HistoryEntry> history,
        Map<String, Total> totals) {

    private static final String PROMOTED = Sql.load(KappaSnapshot.class, "select-promoted.sql");
    private static final String VERSION = Sql.load(KappaSnapshot.class, "select-kappa-version.sql");
    private static final String PROGRESS = Sql.load(KappaSnapshot.class, "select-kappa-progress.sql");
    private static final String UNCHECKED = Sql.load(KappaSnapshot.class, "select-kappa-unchecked.sql");
    private static final String HISTORY = Sql.load(KappaSnapshot.class, "select-kappa-history.sql");
    private static final String TOTALS = Sql.load(KappaSnapshot.class, "select-kappa-totals.sql");

    static final KappaSnapshot NONE =
            new KappaSnapshot(null, Rule.ALL, null, null, 0, Map.of(), Map.of(), List.of(), Map.of());

    /** The version that answers; null if none does. */
    static String promoted(Connection connection) throws SQLException {
        String[] version = {null};
        LambdaSnapshot.select(connection, PROMOTED, row -> version[0] = row.getString("version"));
        return version[0];
    }

    /** The version of this name; of null, the one that answers. {@link #NONE} if it is not there. */
    static KappaSnapshot read(Connection connection, String name) throws SQLException {
        String version = name != null ? name : promoted(connection);
        KappaSnapshot[] found = {NONE};
        if (version != null) {
            of(connection, VERSION, version, row -> found[0] = read(connection, version, row));
        }
        return found[0];
    }

    private static KappaSnapshot read(Connection connection, String version, ResultSet of) throws SQLException {
        Map<String, Map<Integer, Long>> next = new HashMap<>();
        of(connection, PROGRESS, version, row -> next.computeIfAbsent(row.getString("topic"), t -> new TreeMap<>())
                .put(row.getInt("partition"), row.getLong("next_offset")));
        Map<String, Map<Integer, Set<Long>>> unchecked = new HashMap<>();
        of(connection, UNCHECKED, version, row -> unchecked
                .computeIfAbsent(row.getString("topic"), t -> new HashMap<>())
                .computeIfAbsent(row.getInt("partition"), p -> new HashSet<>())
                .add(row.getLong("log_offset")));
        List<HistoryEntry> history = new ArrayList<>();
        LambdaSnapshot.select(
                connection, HISTORY, row -> history.add(LambdaSnapshot.historyEntry(row, row.getString("sha256"))));
        Map<String, Total> totals = new TreeMap<>();
        of(
                connection,
                TOTALS,
                version,
                row -> totals.put(
                        row.getString("customer"),
                        new Total(
                                row.getBigDecimal("total"),
                                row.getLong("transactions"),
                                row.getBigDecimal("left_out"),
                                row.getLong("left_out_transactions"))));
        return new KappaSnapshot(
                version,
                Rule.labelled(of.getString("rule")),
                of.getString("history_topic_id"),
                of.getString("topic_id"),
                of.getLong("forgotten"),
                next,
                unchecked,
                history,
                totals);
    }

    private static void of(Connection connection, String sql, String version, LambdaSnapshot.RowReader reader)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, version);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    boolean isThere() {
        return version != null;
    }

    /** Where the version goes on in a partition (exclusive). */
    long next(String topic, int partition) {
        return next.getOrDefault(topic, Map.of()).getOrDefault(partition, 0L);
    }

    boolean isUnchecked(String topic, int partition, long offset) {
        return unchecked
                .getOrDefault(topic, Map.of())
                .getOrDefault(partition, Set.of())
                .contains(offset);
    }
}
