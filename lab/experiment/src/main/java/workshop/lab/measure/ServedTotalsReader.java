package workshop.lab.measure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import workshop.handoff.Database;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.transactions.Total;

/** Asks the serving layer, as the role reader, by a connection of its own. Not thread safe. */
final class ServedTotalsReader implements AutoCloseable {
    private final Settings settings;
    private final Connection connection;
    private final Questions questions;

    ServedTotalsReader(Settings settings, Questions questions) {
        this.settings = settings;
        this.questions = questions;
        this.connection = Database.connect(settings, Role.READER);
        try {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** All of it, of one instant. */
    ServedTotals now() {
        try {
            return Database.inTransaction(connection, () -> new ServedTotals(readCoverage(), readTotal(), readRules()));
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    Map<Integer, Long> coverage() {
        try {
            return readCoverage();
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    Total of(String customer) {
        try (PreparedStatement select = connection.prepareStatement(questions.customer())) {
            select.setString(1, customer);
            return total(select);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private Map<Integer, Long> readCoverage() throws SQLException {
        Map<Integer, Long> coveredTo = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(questions.coverage());
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                coveredTo.put(rows.getInt(1), rows.getLong(2));
            }
        }
        return coveredTo;
    }

    private Total readTotal() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(questions.all())) {
            return total(select);
        }
    }

    private static Total total(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Total.ZERO.plus(
                            new Total(row.getBigDecimal(1), row.getLong(2), row.getBigDecimal(3), row.getLong(4)))
                    : Total.ZERO;
        }
    }

    private Set<String> readRules() throws SQLException {
        Set<String> rules = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(questions.rules());
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                rules.add(rows.getString(1));
            }
        }
        return rules;
    }

    private RuntimeException refused(SQLException e) {
        return Database.refused(settings, Role.READER, e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException lost) {
            // Nothing hangs on it.
        }
    }
}
