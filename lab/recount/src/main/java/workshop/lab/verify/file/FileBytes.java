package workshop.lab.verify.file;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The bytes of a file by their place (0-based), of which one piece is in memory. */
final class FileBytes implements Closeable {
    private static final int PIECE = 1 << 20;

    private final FileChannel file;
    private final long length;
    private final ByteBuffer piece;
    private long pieceStart;

    private FileBytes(FileChannel file) throws IOException {
        this.file = file;
        this.length = file.size();
        this.piece = ByteBuffer.allocate((int) Math.min(PIECE, length)).limit(0);
    }

    static FileBytes open(Path path) throws IOException {
        return new FileBytes(FileChannel.open(path));
    }

    /** When it was opened; what is appended later is not read. */
    long length() {
        return length;
    }

    byte at(long place) throws IOException {
        if (place < pieceStart || place >= pieceStart + piece.limit()) {
            load(place);
        }
        return piece.get((int) (place - pieceStart));
    }

    private void load(long place) throws IOException {
        pieceStart = place - place % PIECE;
        piece.clear().limit((int) Math.min(PIECE, length - pieceStart));
        while (piece.hasRemaining()) {
            if (file.read(piece, pieceStart + piece.position()) < 0) {
                piece.limit(0);
                throw new EOFException("it became shorter while it was read");
            }
        }
    }

    /** The bytes from one place (inclusive) to another (exclusive). */
    byte[] copy(long from, long to) throws IOException {
        byte[] copy = new byte[Math.toIntExact(to - from)];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = at(from + i);
        }
        return copy;
    }

    /** The bytes from a place on, as a stream of its own. The caller does not close it. */
    InputStream from(long place) throws IOException {
        return Channels.newInputStream(file.position(place));
    }

    boolean startsWith(int... bytes) throws IOException {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= length || at(i) != (byte) bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** The first place from this one on that is no white space; the length if there is none. */
    long skipBlank(long from) throws IOException {
        long place = from;
        while (place < length && isBlank(at(place))) {
            place++;
        }
        return place;
    }

    /** Behind the last byte before {@code to} (exclusive) that is no white space; {@code from} if there is none. */
    long endOfText(long from, long to) throws IOException {
        long end = to;
        while (end > from && isBlank(at(end - 1))) {
            end--;
        }
        return end;
    }

    /** The place of the next line feed; the length if there is none. */
    long lineEnd(long from) throws IOException {
        long place = from;
        while (place < length && at(place) != '\n') {
            place++;
        }
        return place;
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
