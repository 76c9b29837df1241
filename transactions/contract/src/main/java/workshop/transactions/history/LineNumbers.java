package workshop.transactions.history;

import java.io.IOException;

/** The line of a byte offset, for people: offsets order the records of a file, line numbers name them. */
public final class LineNumbers {
    private LineNumbers() {}

    /**
     * The line of each offset, in one pass that ends at the last offset.
     *
     * @param offsets 0-based, in ascending order; one behind the end of the file is on its last line
     * @return 1-based, in the order of the offsets; a line feed is the last byte of its line
     * @throws IOException if the file cannot be read
     */
    public static long[] of(HistoryInput in, long[] offsets) throws IOException {
        long[] lines = new long[offsets.length];
        if (offsets.length == 0) {
            return lines;
        }
        try (Window window = new Window(in, 0)) {
            long line = 1;
            int at = 0;
            for (int i = 0; i < offsets.length; i++) {
                while (offsets[i] > window.offset(window.limit())) {
                    line += count(window, at, window.limit());
                    at = 0;
                    if (!window.advance(window.limit())) {
                        break;
                    }
                }
                int to = (int) Math.min(window.limit(), offsets[i] - window.offset(0));
                line += count(window, at, to);
                at = to;
                lines[i] = line;
            }
        }
        return lines;
    }

    private static long count(Window window, int from, int to) {
        long newlines = 0;
        for (int i = Newlines.next(window.bytes(), from, to); i >= 0; i = Newlines.next(window.bytes(), i + 1, to)) {
            newlines++;
        }
        return newlines;
    }
}
