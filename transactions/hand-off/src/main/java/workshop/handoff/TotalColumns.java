package workshop.handoff;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import workshop.transactions.Total;

/** Totals as the four columns that every table of totals ends with, each an array: many rows in one round trip. */
public final class TotalColumns {
    private TotalColumns() {}

    /** Sets total, transactions, left_out and left_out_transactions, from the parameter {@code index} on. */
    public static void set(PreparedStatement statement, int index, Collection<Total> totals) throws SQLException {
        set(statement, index, "numeric", totals, Total::amount);
        set(statement, index + 1, "bigint", totals, Total::transactions);
        set(statement, index + 2, "numeric", totals, Total::leftOut);
        set(statement, index + 3, "bigint", totals, Total::leftOutTransactions);
    }

    /** Sets one parameter to a column of rows. */
    public static <T> void set(
            PreparedStatement statement, int index, String type, Collection<T> rows, Function<T, Object> column)
            throws SQLException {
        Connection connection = statement.getConnection();
        Array values = connection.createArrayOf(type, rows.stream().map(column).toArray());
        statement.setArray(index, values);
    }
}
