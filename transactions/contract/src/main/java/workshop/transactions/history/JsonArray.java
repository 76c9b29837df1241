package workshop.transactions.history;

import java.io.IOException;
import workshop.transactions.Reason;
import workshop.transactions.RecordVisitor;
import workshop.transactions.Verdict.Rejected;

/**
 * The elements of one JSON array as raw bytes, however they are laid out. No validator: a broken element is shown as it
 * is, and the contract names what is wrong. Nothing is passed over but white space, commas and the array's brackets.
 *
 * <p>A stray {@code ]} must not cost what follows it, so elements behind the closing bracket are shown like those before
 * it, and each bracket too many is shown as a record.
 */
public final class JsonArray {
    /** The most bytes of broken elements that are read again to find elements in them. It limits the work on hostile files. */
    private static final long REREADABLE = 1L << 30;

    private final Window window;
    private final RecordVisitor visitor;
    private final ElementEnd ending = new ElementEnd();
    private int at; // index in the window of the first byte that is not dealt with
    private boolean open;
    private long rereadable = REREADABLE;

    private JsonArray(Window window, RecordVisitor visitor) {
        this.window = window;
        this.visitor = visitor;
    }

    /**
     * Shows each element to a visitor, in order.
     *
     * @throws IOException if the file cannot be read
     */
    public static void read(HistoryInput in, RecordVisitor visitor) throws IOException {
        try (Window window = new Window(in, 0)) {
            new JsonArray(window, visitor).read();
        }
    }

    private void read() throws IOException {
        at = window.skipBlank(window.afterByteOrderMark());
        if (at < window.limit() && window.bytes()[at] == '[') {
            open = true;
            at++;
        }
        while (skipToElement()) {
            step();
        }
        if (open) {
            visitor.broken(
                    window.offset(at),
                    new Rejected(
                            Reason.ARRAY_NOT_CLOSED, "the file ends without the ] of its array; is its end cut off?"));
        }
    }

    private boolean skipToElement() throws IOException {
        at = window.skipBlank(at);
        while (at < window.limit() && window.bytes()[at] == ',') {
            at = window.skipBlank(at + 1);
        }
        return at < window.limit();
    }

    private void step() throws IOException {
        byte first = window.bytes()[at];
        if (first == ']' && open) {
            open = false;
            at++;
        } else if (first == ']' || (first == '[' && !open)) { // one too many, or one more array behind the first
            open = first == '[';
            show(1);
        } else {
            element(first);
        }
    }

    private void element(byte first) throws IOException {
        int length = length(first);
        int own = rereadable >= length && swallowsOthers(first, length) ? ownLength(first, length) : length;
        if (own < length) {
            rereadable -= length;
            show(own);
        } else if (length > Window.MAX_RECORD) {
            visitor.broken(window.offset(at), Window.tooLong("element"));
            at = window.skipLine(Math.min(at + length, window.limit()));
        } else {
            show(length);
        }
    }

    /** The length of the element at {@link #at}; a longer one than allowed may not have been seen to its end. */
    private int length(byte first) throws IOException {
        ending.begin(first, false);
        int end = ending.find(window.bytes(), at + 1, window.limit());
        while (end < 0) {
            int seen = window.limit() - at;
            if (seen > Window.MAX_RECORD) {
                return seen;
            }
            end = keepAndAdvance() ? ending.find(window.bytes(), seen, window.limit()) : window.limit();
        }
        return end - at;
    }

    /** Whether a bracket that is too many, or one that is missing, made the rest of the array part of this element. */
    private boolean swallowsOthers(byte first, int length) throws IOException {
        if (length > Window.MAX_RECORD) {
            return true;
        }
        if (first == '[') {
            return !ending.isWhole() || isLast(length);
        }
        return !ending.isWhole() && window.bytes()[lastByte(length)] == ']' && isLast(length);
    }

    /** What remains of an element without the others. */
    private int ownLength(byte first, int length) {
        if (first == '[') {
            return 1;
        }
        ending.begin(first, true);
        int end = ending.find(window.bytes(), at + 1, at + length);
        return end < 0 ? length : end - at;
    }

    /** Whether nothing but white space follows the element in the file: then the array is not closed. */
    private boolean isLast(int length) throws IOException {
        for (int behind = length; window.limit() - at <= Window.MAX_RECORD; ) {
            for (; at + behind < window.limit(); behind++) {
                if (!Window.isBlank(window.bytes()[at + behind])) {
                    return false;
                }
            }
            if (!keepAndAdvance()) {
                return true;
            }
        }
        return false;
    }

    private boolean keepAndAdvance() throws IOException {
        boolean more = window.advance(at);
        at = 0;
        return more;
    }

    private void show(int length) {
        visitor.record(window.offset(at), window.bytes(), at, lastByte(length) + 1 - at);
        at += length;
    }

    /** The index of the last byte that is no white space. */
    private int lastByte(int length) {
        int last = at + length - 1;
        while (Window.isBlank(window.bytes()[last])) {
            last--;
        }
        return last;
    }
}
