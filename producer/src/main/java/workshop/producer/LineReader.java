package workshop.producer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import workshop.settings.WorkshopException;
import workshop.transactions.looks.Look;

/**
 * The lines of a stream as bytes, untouched. Not part of a record are: the line end (LF or CRLF), a byte order mark at
 * the start of the stream, and lines that hold nothing but white space.
 */
final class LineReader implements Iterator<byte[]> {
    /** Kafka takes no longer record; and a file without line ends must not fill the memory. */
    static final int MAX_LINE = 1 << 20;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String name;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream start = new ByteArrayOutputStream();
    private final ByteArrayOutputStream carried = new ByteArrayOutputStream();
    private int position;
    private int limit;
    private boolean atEnd;
    private long line;
    private byte @Nullable [] next;

    /** @param name of the stream, for messages */
    LineReader(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null && !atEnd) {
                next = record(line());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
        return next != null;
    }

    @Override
    public byte[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException(name + " is at its end");
        }
        byte[] record = next;
        next = null;
        return record;
    }

    /** The first bytes of what was read so far, at most {@value Look#START}. */
    byte[] start() {
        return start.toByteArray();
    }

    private byte[] line() throws IOException {
        line++;
        carried.reset();
        while (fill()) {
            int from = position;
            while (position < limit && buffer[position] != '\n') {
                position++;
            }
            if (carried.size() + position - from > MAX_LINE) {
                throw tooLong();
            }
            carried.write(buffer, from, position - from);
            if (position < limit) {
                position++; // over the line feed
                return carried.toByteArray();
            }
        }
        atEnd = true;
        return carried.toByteArray();
    }

    private boolean fill() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(0, in.read(buffer));
            start.write(buffer, 0, Math.min(limit, Look.START - start.size()));
        }
        return limit > 0;
    }

    private byte @Nullable [] record(byte[] bytes) {
        int from = line == 1 && startsWithByteOrderMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        int to = bytes.length > from && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return from == 0 && to == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, to);
            }
        }
        return null;
    }

    private static boolean startsWithByteOrderMark(byte[] bytes) {
        int length = BYTE_ORDER_MARK.length;
        return bytes.length >= length && Arrays.equals(bytes, 0, length, BYTE_ORDER_MARK, 0, length);
    }

    private WorkshopException tooLong() {
        return WorkshopException.failed(
                "Line " + line + " of " + name + " is longer than " + MAX_LINE + " bytes.",
                "One line is one record, and Kafka takes no longer record.",
                "put each transaction on a line of its own");
    }
}
