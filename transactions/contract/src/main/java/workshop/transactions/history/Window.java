package workshop.transactions.history;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import workshop.transactions.Reason;
import workshop.transactions.Verdict.Rejected;

/** A stretch of a file in memory that moves forward. It grows if one record needs it, to a little over 16 MiB. */
final class Window implements Closeable {
    /** In bytes, without line end. */
    static final int MAX_RECORD = 16 << 20;

    private static final int USUAL = 1 << 20;
    private static final int MOST = MAX_RECORD + 2; // and CR LF

    private final InputStream in;
    private byte[] bytes = new byte[USUAL];
    private int limit;
    private long base;

    /** The file from an offset on; the first stretch is there at once. */
    Window(HistoryInput input, long offset) throws IOException {
        base = offset;
        in = input.open(offset);
        advance(0);
    }

    /** May be another array after each {@link #advance}. */
    byte[] bytes() {
        return bytes;
    }

    /** Where the bytes in memory end, exclusive. */
    int limit() {
        return limit;
    }

    /** The place in the file, 0-based, of an index in memory. */
    long offset(int index) {
        return base + index;
    }

    /**
     * Reads on, keeping the bytes from {@code keep} on, which move to index 0.
     *
     * @return false at the end of the file: nothing was added
     */
    boolean advance(int keep) throws IOException {
        int kept = limit - keep;
        byte[] target = kept <= bytes.length / 2 ? bytes : new byte[Math.min(bytes.length * 2, MOST)];
        System.arraycopy(bytes, keep, target, 0, kept);
        bytes = target;
        base += keep;
        limit = kept + in.readNBytes(bytes, kept, bytes.length - kept);
        return limit > kept;
    }

    /** Of the start of a file: behind the byte order mark, if there is one. */
    int afterByteOrderMark() {
        byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        return limit >= 3 && Arrays.equals(bytes, 0, 3, mark, 0, 3) ? 3 : 0;
    }

    /** The next byte that is no white space, keeping nothing before it; {@link #limit} at the end of the file. */
    int skipBlank(int from) throws IOException {
        int at = from;
        do {
            for (; at < limit; at++) {
                if (!isBlank(bytes[at])) {
                    return at;
                }
            }
            at = 0;
        } while (advance(limit));
        return limit;
    }

    /** The start of the next line, keeping nothing before it; {@link #limit} at the end of the file. */
    int skipLine(int from) throws IOException {
        int newline = Newlines.next(bytes, from, limit);
        while (newline < 0 && advance(limit)) {
            newline = Newlines.next(bytes, 0, limit);
        }
        return newline < 0 ? limit : newline + 1;
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    static Rejected tooLong(String what) {
        return new Rejected(Reason.RECORD_TOO_LONG, "the " + what + " is longer than 16 MiB");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
