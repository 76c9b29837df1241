package workshop.lab.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows as a terminal of 80 columns shows them: moments in seconds, paths as seen from a folder of the student,
 * long texts of the last column continued in the lines below, and others, if nothing else helps, shortened.
 */
public final class Brief {
    private static final int WIDTH = 80;
    private static final int LONGEST = 34;
    private static final int NARROWEST = 24;
    private static final int GAP = Table.GAP.length();
    private static final Pattern FRACTION =
            Pattern.compile("^(\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2})\\.\\d+(?=\\D|$)");

    private Brief() {}

    /** @param folders whose files are named as seen from there */
    public static Rows of(Rows rows, Path... folders) {
        Pattern inside = Pattern.compile(Stream.of(folders)
                .map(folder -> Pattern.quote(folder.toString()))
                .collect(Collectors.joining("|", "(?<!\\S)(", ")/+")));
        int last = rows.columns().size() - 1;
        Rows brief =
                replaced(rows, last + 1, text -> inside.matcher(second(text)).replaceAll(""));
        boolean isContinued = brief.rows().stream().anyMatch(row -> row.get(last) instanceof String);
        int width = isContinued ? Table.widthBefore(brief, last) + NARROWEST : Table.widthBefore(brief, last + 1) - GAP;
        return continued(width > WIDTH ? replaced(brief, last, Brief::shortened) : brief, last);
    }

    /** Other texts in the first columns. */
    private static Rows replaced(Rows rows, int columns, UnaryOperator<String> other) {
        List<List<Object>> replaced = new ArrayList<>();
        for (List<Object> row : rows.rows()) {
            List<Object> cells = new ArrayList<>(row);
            cells.subList(0, columns).replaceAll(value -> value instanceof String text ? other.apply(text) : value);
            replaced.add(cells);
        }
        return new Rows(rows.columns(), replaced);
    }

    /** A moment without the fraction of its second; any other text as it is. */
    public static String second(String text) {
        return FRACTION.matcher(text).replaceFirst("$1");
    }

    /** Both ends, since a path is known by its end and a name by its beginning. */
    private static String shortened(String text) {
        if (Table.width(text) <= LONGEST) {
            return text;
        }
        int half = (LONGEST - 3) / 2;
        return text.substring(0, text.offsetByCodePoints(0, half))
                + "..."
                + text.substring(text.offsetByCodePoints(text.length(), -half));
    }

    private static Rows continued(Rows rows, int last) {
        int width = Math.max(NARROWEST, WIDTH - Table.widthBefore(rows, last));
        List<List<Object>> lines = new ArrayList<>();
        for (List<Object> row : rows.rows()) {
            List<Object> cells = row;
            for (Object line : lines(row.get(last), width)) {
                List<Object> next = new ArrayList<>(cells);
                next.set(last, line);
                lines.add(next);
                cells = Collections.nCopies(row.size(), null);
            }
        }
        return new Rows(rows.columns(), lines);
    }

    private static List<?> lines(Object value, int width) {
        return value instanceof String text
                ? Wrapped.lines(apart(text, width), width)
                : Collections.singletonList(value);
    }

    /** With spaces in what is longer than a line, behind a comma if it has one: a record is often one word. */
    private static String apart(String text, int width) {
        return text.replaceAll(
                String.format(Locale.ROOT, "(?=\\S{%d})(\\S{0,%d},|\\S{%d})(?=\\S)", width + 1, width - 1, width),
                "$1 ");
    }
}
