package workshop.transactions.history;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import workshop.transactions.RecordVisitor;
import workshop.transactions.looks.Look;

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

    /** What the file looks like, as to be said where no record in it keeps the contract. */
    public static Optional<Look> lookOf(HistoryInput in) throws IOException {
        try (InputStream start = in.open(0)) {
            return Look.of(start.readNBytes(Look.START));
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
