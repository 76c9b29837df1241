package workshop.lab.text;

import java.util.List;
import workshop.settings.Printable;

/** Rows as aligned columns: numbers to the right, all else to the left. */
final class Table {
    private static final String MARGIN = "  ";
    static final String GAP = "   ";

    private Table() {}

    static String write(Rows rows) {
        int columns = rows.columns().size();
        int[] widths = new int[columns];
        boolean[] right = new boolean[columns];
        for (int i = 0; i < columns; i++) {
            widths[i] = width(rows, i);
            right[i] = !rows.rows().isEmpty();
            for (List<Object> row : rows.rows()) {
                right[i] &= row.get(i) == null || row.get(i) instanceof Number;
            }
        }
        StringBuilder text = new StringBuilder();
        line(text, rows.columns(), widths, right);
        line(text, rows.columns().stream().map(name -> "").toList(), widths, right, '-');
        for (List<Object> row : rows.rows()) {
            line(
                    text,
                    row.stream().map(value -> Printable.line(Rows.text(value))).toList(),
                    widths,
                    right);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells, int[] widths, boolean[] right) {
        line(text, cells, widths, right, ' ');
    }

    private static void line(StringBuilder text, List<String> cells, int[] widths, boolean[] right, char fill) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String pad = String.valueOf(fill).repeat(widths[i] - width(cells.get(i)));
            line.append(i == 0 ? MARGIN : GAP).append(right[i] ? pad + cells.get(i) : cells.get(i) + pad);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    /** How wide all is that stands before a column. */
    static int widthBefore(Rows rows, int column) {
        int width = MARGIN.length();
        for (int i = 0; i < column; i++) {
            width += width(rows, i) + GAP.length();
        }
        return width;
    }

    private static int width(Rows rows, int column) {
        int width = width(rows.columns().get(column));
        for (List<Object> row : rows.rows()) {
            width = Math.max(width, width(Printable.line(Rows.text(row.get(column)))));
        }
        return width;
    }

    static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
