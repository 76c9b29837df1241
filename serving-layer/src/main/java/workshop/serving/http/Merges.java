package workshop.serving.http;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;
import workshop.handoff.Sql;
import workshop.transactions.Total;

/** The right merge and the two wrong ones, as sums of all customers. */
record Merges(Right byEpoch, Wrong naive, Wrong byClock) {
    private static final String SELECT = Sql.load(Merges.class, "select-merges.sql");

    record Right(BigDecimal total) {}

    /**
     * @param error sum over all customers of the distance to the right total, currency units
     * @param customersWrong how many customers have a wrong total
     */
    record Wrong(BigDecimal total, BigDecimal error, long customersWrong) {}

    static Merges read(Connection connection) throws SQLException {
        return QueryRows.select(
                        connection,
                        SELECT,
                        row -> new Merges(
                                new Right(amount(row, "right_total")),
                                new Wrong(
                                        amount(row, "naive_total"),
                                        amount(row, "naive_error"),
                                        row.getLong("naive_wrong")),
                                new Wrong(
                                        amount(row, "clock_total"),
                                        amount(row, "clock_error"),
                                        row.getLong("clock_wrong"))))
                .get(0);
    }

    /** Null if there are too many customers for the time that a statement has; the transaction goes on. */
    static @Nullable Merges readInTime(Connection connection) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            return read(connection);
        } catch (SQLException e) {
            if (!Problem.tookTooLong(e)) {
                throw e;
            }
            connection.rollback(before);
            return null;
        }
    }

    private static BigDecimal amount(ResultSet row, String column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null ? Total.ZERO.amount() : amount;
    }
}
