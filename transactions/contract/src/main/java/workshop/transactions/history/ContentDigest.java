package workshop.transactions.history;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a history file holds: its bytes up to the end of its last record. White space behind that, a comma behind it in an
 * array and the bracket that closes the array do not belong to it. So a file of either format still begins with its old
 * content when records were appended. Two files with the same content hold the same, whatever they are called.
 *
 * @param bytes how many, from the start of the file
 * @param sha256 of these bytes, in hexadecimal digits
 */
public record ContentDigest(long bytes, String sha256) {
    private static final int CHUNK = 1 << 16;

    public ContentDigest {
        requireNonNull(sha256, "sha256 is null");
    }

    /** How a file stands to what it held before. */
    public enum Standing {
        SAME,
        /** It begins with what it held; records follow. */
        APPENDED,
        /** It does not begin with what it held, or what follows changes the last record. */
        CHANGED
    }

    /**
     * What a file holds now.
     *
     * @throws IOException if the file cannot be read or is shorter than its {@code length}
     */
    public static ContentDigest of(HistoryInput in) throws IOException {
        return first(in, RecordsEnd.of(in));
    }

    /** The first bytes of a file, no more than it has. */
    private static ContentDigest first(HistoryInput in, long bytes) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[CHUNK];
        try (InputStream file = in.open(0)) {
            for (long left = bytes; left > 0; ) {
                int read = file.read(buffer, 0, (int) Math.min(left, CHUNK));
                if (read < 0) {
                    throw new EOFException(in.name() + " ends before its byte " + bytes);
                }
                digest.update(buffer, 0, read);
                left -= read;
            }
        }
        return new ContentDigest(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * How a file stands now to this, which it held before.
     *
     * @throws IOException if the file cannot be read or is shorter than its {@code length}
     */
    public Standing standing(HistoryInput now) throws IOException {
        if (now.length() < bytes || !first(now, bytes).equals(this)) {
            return Standing.CHANGED;
        }
        if (RecordsEnd.of(now) <= bytes) {
            return Standing.SAME;
        }
        return isLastRecordWhole(now) ? Standing.APPENDED : Standing.CHANGED;
    }

    /** Whether what follows is a record of its own and not a part of the last one. */
    private boolean isLastRecordWhole(HistoryInput now) throws IOException {
        if (bytes == 0) {
            return true;
        }
        boolean array = HistoryFile.formatOf(now) == HistoryFormat.JSON_ARRAY;
        try (InputStream in = new BufferedInputStream(now.open(bytes - 1), CHUNK)) {
            int b = in.read();
            if (b == '\n' || (array && b == '[')) {
                return true;
            }
            do {
                b = in.read();
            } while (b == ' ' || b == '\t' || b == '\r');
            return b == '\n' || (array && b == ',');
        }
    }

    /** How many records a file that begins with this has behind it. */
    public long recordsBehind(HistoryInput now) throws IOException {
        RecordCount count = new RecordCount(bytes);
        if (HistoryFile.formatOf(now) == HistoryFormat.JSON_LINES) {
            JsonLines.read(now, bytes, Long.MAX_VALUE, count);
        } else {
            JsonArray.read(now, count);
        }
        return count.records();
    }
}
