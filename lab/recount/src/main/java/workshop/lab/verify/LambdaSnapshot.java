package workshop.lab.verify;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import workshop.handoff.Database;
import workshop.handoff.HandOff;
import workshop.handoff.Sql;
import workshop.lab.verify.file.Beginning;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.transactions.Rule;
import workshop.transactions.Total;

/**
 * What the serving layer says at one instant, read by the role reader in one transaction.
 *
 * @param publishedEpoch 0 if no batch has published yet
 * @param batchTo the published cut, by partition (exclusive)
 * @param speedTo the speed layer's offset, by partition (exclusive)
 * @param history the files that the published totals were computed from
 * @param rules by which each layer counts
 * @param totals the merged view, by customer
 */
record LambdaSnapshot(
        int publishedEpoch,
        String topicId,
        Map<Integer, Long> batchTo,
        Map<Integer, Long> speedTo,
        List<HistoryEntry> history,
        CountingRules rules,
        Map<String, Merged> totals) {

    private static final String COVERAGE = Sql.load(LambdaSnapshot.class, "select-coverage.sql");
    private static final String HISTORY = Sql.load(LambdaSnapshot.class, "select-history.sql");
    private static final String TOTALS = Sql.load(LambdaSnapshot.class, "select-totals.sql");

    private static final String RULES = Sql.load(LambdaSnapshot.class, "select-rules.sql");

    /** A customer's row of the merged view. */
    record Merged(BigDecimal batchTotal, BigDecimal speedTotal, Total total) {
        static final Merged NONE = new Merged(Total.ZERO.amount(), Total.ZERO.amount(), Total.ZERO);
    }

    static LambdaSnapshot take(Settings settings) {
        try (Connection connection = Database.connect(settings, Role.READER)) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return read(connection);
        } catch (SQLException e) {
            throw Database.refused(settings, Role.READER, e);
        }
    }

    /** A row of the published history, or of Kappa's. */
    static HistoryEntry historyEntry(ResultSet row, String sha256) throws SQLException {
        String held = row.getString("held_sha256");
        return new HistoryEntry(
                row.getString("path"),
                row.getLong("bytes"),
                row.getTimestamp("modified_at").toInstant(),
                sha256,
                held == null ? null : new Beginning(row.getLong("held_bytes"), held));
    }

    static LambdaSnapshot read(Connection connection) throws SQLException {
        Map<Integer, Long> batchTo = new TreeMap<>();
        Map<Integer, Long> speedTo = new TreeMap<>();
        select(connection, COVERAGE, row -> {
            batchTo.put(row.getInt("partition"), row.getLong("batch_to"));
            speedTo.put(row.getInt("partition"), row.getLong("speed_to"));
        });
        List<HistoryEntry> history = new ArrayList<>();
        select(connection, HISTORY, row -> {
            history.add(historyEntry(row, null));
        });
        Map<String, Merged> totals = new TreeMap<>();
        select(
                connection,
                TOTALS,
                row -> totals.put(
                        row.getString("customer"),
                        new Merged(
                                row.getBigDecimal("batch_total"),
                                row.getBigDecimal("speed_total"),
                                new Total(
                                        row.getBigDecimal("total"),
                                        row.getLong("transactions"),
                                        row.getBigDecimal("left_out"),
                                        row.getLong("left_out_transactions")))));
        CountingRules rules = new CountingRules();
        select(connection, RULES, row -> {
            Rule rule = Rule.labelled(row.getString("rule"));
            if (row.getString("layer").equals("batch")) {
                rules.batch(rule);
            } else {
                rules.speed(row.getInt("partition"), row.getLong("from_offset"), rule);
            }
        });
        HandOff handOff = HandOff.read(connection);
        return new LambdaSnapshot(
                handOff.publishedEpoch(), handOff.topicId(), batchTo, speedTo, history, rules, totals);
    }

    interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    static void select(Connection connection, String sql, RowReader reader) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    /** Where the answer ends in a partition: what is before it is counted, by one layer or the other (exclusive). */
    long coveredTo(int partition) {
        return Math.max(batchTo.getOrDefault(partition, 0L), speedTo.getOrDefault(partition, 0L));
    }
}
