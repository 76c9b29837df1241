package workshop.transactions.history;

import java.io.IOException;
import workshop.transactions.RecordVisitor;

/** One record a line, ended by LF or CR LF. Blank lines are no records. */
public final class JsonLines {
    private JsonLines() {}

    /**
     * Shows each line that starts in a byte range to a visitor. Cut a file at any places: each line is seen once.
     *
     * @param start inclusive, 0-based; a line that began before it belongs to the range before
     * @param end exclusive; a line that began before it is read to its own end. May lie behind the end of the file.
     * @throws IOException if the file cannot be read
     */
    public static void read(HistoryInput in, long start, long end, RecordVisitor visitor) throws IOException {
        if (start >= end) {
            return;
        }
        // The byte before tells whether a line starts at the start.
        try (Window window = new Window(in, Math.max(0, start - 1))) {
            int at = start > 0 ? window.skipLine(0) : window.afterByteOrderMark();
            long lineStart = start > 0 ? window.offset(at) : 0; // a byte order mark belongs to the first line
            while (lineStart < end) {
                at = line(window, at, visitor);
                if (at < 0) {
                    return;
                }
                lineStart = window.offset(at);
            }
        }
    }

    /** Shows one line. Returns where the next one starts, or -1 at the end of the file. */
    private static int line(Window window, int start, RecordVisitor visitor) throws IOException {
        int at = start;
        int newline = Newlines.next(window.bytes(), at, window.limit());
        while (newline < 0) {
            int seen = window.limit() - at;
            if (seen > Window.MAX_RECORD + 1) {
                visitor.broken(window.offset(at), Window.tooLong("line"));
                return window.skipLine(window.limit());
            }
            boolean more = window.advance(at);
            at = 0;
            if (!more) {
                show(window, at, window.limit(), visitor);
                return -1;
            }
            newline = Newlines.next(window.bytes(), seen, window.limit());
        }
        show(window, at, newline, visitor);
        return newline + 1;
    }

    private static void show(Window window, int at, int lineEnd, RecordVisitor visitor) {
        byte[] bytes = window.bytes();
        int end = lineEnd > at && bytes[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
        int first = at;
        while (first < end && Window.isBlank(bytes[first])) {
            first++;
        }
        if (first == end) {
            return;
        }
        if (end - at > Window.MAX_RECORD) {
            visitor.broken(window.offset(at), Window.tooLong("line"));
        } else {
            visitor.record(window.offset(at), bytes, at, end - at);
        }
    }
}
