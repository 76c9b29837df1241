package workshop.transactions.history;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Finds the end of a file's last record from the end of the file, so that it reads little of a large one. */
final class RecordsEnd {
    private static final int CHUNK = 1 << 16;

    private final HistoryInput in;
    private final boolean array;
    private byte[] bytes = {};
    private long base;

    private RecordsEnd(HistoryInput in) throws IOException {
        this.in = in;
        this.array = HistoryFile.formatOf(in) == HistoryFormat.JSON_ARRAY;
        this.base = in.length();
    }

    /** The offset behind the last record (exclusive); behind the opening bracket of an empty array, 0 in a blank file. */
    static long of(HistoryInput in) throws IOException {
        return new RecordsEnd(in).find();
    }

    private long find() throws IOException {
        long end = withoutSeparators(in.length());
        return array && end > 0 && at(end - 1) == ']' ? withoutSeparators(end - 1) : end;
    }

    private long withoutSeparators(long from) throws IOException {
        long end = from;
        while (end > 0 && isSeparator(at(end - 1))) {
            end--;
        }
        return end;
    }

    private boolean isSeparator(byte b) {
        return Window.isBlank(b) || (array && b == ',');
    }

    /** The byte at an offset that never grows. */
    private byte at(long offset) throws IOException {
        if (offset < base) {
            base = Math.max(0, offset + 1 - CHUNK);
            try (InputStream chunk = in.open(base)) {
                bytes = chunk.readNBytes((int) (offset + 1 - base));
            }
        }
        int index = (int) (offset - base);
        if (index >= bytes.length) {
            throw new EOFException(in.name() + " ends before its byte " + offset);
        }
        return bytes[index];
    }
}
