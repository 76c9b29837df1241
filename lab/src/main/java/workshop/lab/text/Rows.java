package workshop.lab.text;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of an answer, in memory.
 *
 * @param columns the names
 * @param rows a value a column: null, BigDecimal, Long, Integer, Boolean, or another that is shown by its text
 */
public record Rows(List<String> columns, List<List<Object>> rows) {
    public Rows {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    public static Rows of(ResultSet results) throws SQLException {
        ResultSetMetaData meta = results.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(meta.getColumnLabel(i));
        }
        List<List<Object>> rows = new ArrayList<>();
        while (results.next()) {
            List<Object> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                Object value = results.getObject(i);
                row.add(isPlain(value) ? value : results.getString(i));
            }
            rows.add(row);
        }
        return new Rows(columns, rows);
    }

    private static boolean isPlain(Object value) {
        return value == null || value instanceof BigDecimal || value instanceof Number || value instanceof Boolean;
    }

    /** The text of a value: amounts as they are, never with an exponent. */
    static String text(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
