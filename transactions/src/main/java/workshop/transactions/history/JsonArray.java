package workshop.transactions.history;

import java.io.IOException;
import workshop.transactions.Reason;
import workshop.transactions.Verdict.Rejected;

/**
 * The elements of one JSON array as raw bytes, however they are laid out. No validator: a broken element is shown as it
 * is, and the contract names what is wrong. Nothing is passed over but white space, commas and the array's brackets.
 *
 * <p>A stray {@code ]} must not cost what follows it, so elements behind the closing bracket are shown like those before
 * it, and each bracket too many is shown as a record.
 */
final class JsonArray {
    /** How often a broken {@code [} element is read again for what is in it: bounds the work on hostile files. */
    private static final int SECOND_LOOKS = 100;

    private final Window window;
    private final HistoryVisitor visitor;
    private final ElementEnd ending = new ElementEnd();
    private int at; // index in the window of the first byte that is not dealt with
    private boolean open;
    private int secondLooks = SECOND_LOOKS;

    private JsonArray(Window window, HistoryVisitor visitor) {
        this.window = window;
        this.visitor = visitor;
    }

    /**
     * Shows each element to a visitor, in order.
     *
     * @throws IOException if the file cannot be read
     */
    static void read(HistoryInput in, HistoryVisitor visitor) throws IOException {
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
        if (first == '[' && secondLooks > 0 && isDamaged(length)) {
            secondLooks--;
            show(1); // this bracket is the damage: what is behind it are elements of the file's array
        } else if (length > Window.MAX_RECORD) {
            visitor.broken(window.offset(at), Window.tooLong("element"));
            at = window.skipLine(Math.min(at + length, window.limit()));
        } else {
            show(length);
        }
    }

    private boolean isDamaged(int length) throws IOException {
        return length > Window.MAX_RECORD || !ending.isBalanced() || isLast(length);
    }

    /** The length of the element at {@link #at}; a longer one than allowed may not have been seen to its end. */
    private int length(byte first) throws IOException {
        ending.begin(first);
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
        int end = at + length;
        while (Window.isBlank(window.bytes()[end - 1])) {
            end--;
        }
        visitor.record(window.offset(at), window.bytes(), at, end - at);
        at += length;
    }
}
