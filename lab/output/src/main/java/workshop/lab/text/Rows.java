package workshop.lab.text;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

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

    /** These columns alone, in this order. */
    public Rows only(List<String> names) {
        List<Integer> places = names.stream().map(columns::indexOf).toList();
        return new Rows(
                names,
                rows.stream()
                        .map(row -> places.stream().map(row::get).collect(Collectors.<Object>toList()))
                        .toList());
    }

    /** The last two columns as one, the second value below the first. */
    public Rows stacked() {
        int upper = columns.size() - 2;
        List<String> names = new ArrayList<>(columns.subList(0, upper));
        names.add(columns.get(upper) + ", " + columns.get(upper + 1));
        List<List<Object>> lines = new ArrayList<>();
        for (List<Object> row : rows) {
            lines.add(row.subList(0, upper + 1));
            List<Object> below = new ArrayList<>(Collections.nCopies(upper, null));
            below.add(row.get(upper + 1));
            lines.add(below);
        }
        return new Rows(names, lines);
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
