package workshop.transactions.history;

import java.io.IOException;
import workshop.transactions.RecordVisitor;

/** A history file as a whole. */
public final class HistoryFile {
    private HistoryFile() {}

    /** A file whose first byte, byte order mark and white space apart, is {@code [} is an array; every other is lines. */
    public static HistoryFormat formatOf(HistoryInput in) throws IOException {
        try (Window window = new Window(in, 0)) {
            int first = window.skipBlank(window.afterByteOrderMark());
            return first < window.limit() && window.bytes()[first] == '['
                    ? HistoryFormat.JSON_ARRAY
                    : HistoryFormat.JSON_LINES;
        }
    }

    /**
     * Shows all records of the file to a visitor, in order, whatever the format.
     *
     * @throws IOException if the file cannot be read; what is wrong in the file goes to the visitor
     */
    public static void read(HistoryInput in, RecordVisitor visitor) throws IOException {
        switch (formatOf(in)) {
            case JSON_LINES -> JsonLines.read(in, 0, Long.MAX_VALUE, visitor);
            case JSON_ARRAY -> JsonArray.read(in, visitor);
        }
    }
}
