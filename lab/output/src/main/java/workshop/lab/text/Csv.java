package workshop.lab.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * CSV as RFC 4180 has it: a header, cells in quotes if they need it, lines that end in a line feed.
 *
 * <p>A spreadsheet runs a text that begins with = + - or @ as a formula, also a customer's name. Such a text gets an
 * apostrophe before it, as OWASP recommends, and so does one that begins with apostrophes and then so: whoever takes one
 * apostrophe off what begins in this way has the text again. Numbers stay as they are.
 */
public final class Csv {
    /** The signs in their full width are signs to a spreadsheet too. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]");

    private Csv() {}

    static String write(Rows rows) {
        StringBuilder csv = new StringBuilder();
        line(csv, rows.columns());
        rows.rows().forEach(row -> line(csv, row));
        return csv.toString();
    }

    private static void line(StringBuilder csv, List<?> values) {
        csv.append(values.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .append('\n');
    }

    private static String cell(Object value) {
        String text = Rows.text(value);
        String safe = value instanceof Number || !FORMULA.matcher(text).lookingAt() ? text : "'" + text;
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** The text of a cell as {@link #read} gives it, without the apostrophe that it was written with. */
    public static String text(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }

    /**
     * A record of a file.
     *
     * @param line the number of its first line, from 1
     * @param cells as they stand in the file, without their quotes
     */
    public record Record(int line, List<String> cells) {}

    /** All records, the header too. A cell in quotes may hold commas, line breaks, and its own quotes doubled. */
    public static List<Record> read(String csv) {
        List<Record> records = new ArrayList<>();
        int line = 1;
        int begin = 0;
        for (int end = endOf(csv, begin); begin < csv.length(); begin = end + 1, end = endOf(csv, begin)) {
            String text = csv.substring(begin, end);
            records.add(new Record(line, cells(text)));
            line += (int) text.chars().filter(c -> c == '\n').count() + 1;
        }
        return records;
    }

    /** The first line feed from a place on that is in no quotes; the text's end if there is none. */
    private static int endOf(String csv, int from) {
        boolean quoted = false;
        int i = from;
        while (i < csv.length() && (quoted || csv.charAt(i) != '\n')) {
            quoted ^= csv.charAt(i) == '"';
            i++;
        }
        return i;
    }

    private static List<String> cells(String record) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        String text = record.endsWith("\r") ? record.substring(0, record.length() - 1) : record;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
