package workshop.transactions.history;

import java.util.Arrays;

/**
 * Finds where an element of an array ends, and goes on where the bytes ran out. On valid JSON it is exact. On damaged
 * JSON it ends the element where the damage shows, so that the next one is whole:
 *
 * <ul>
 *   <li>a line feed in a string: the string was never closed;
 *   <li>a quote that closes a string but is followed by what cannot follow a string: one quote before it is missing or
 *       too many, so it opens the next string;
 *   <li>a <code>{</code> in an object that does not follow a colon: the element before was never closed;
 *   <li>a bracket that does not match.
 * </ul>
 */
final class ElementEnd {
    private byte[] containers = new byte[64];
    private int depth;
    private boolean scalar;
    private boolean strict;
    private byte before; // outside strings, white space apart
    private boolean inString;
    private boolean escaped;
    private boolean closingQuote; // was the last byte

    /**
     * Begins an element with its first byte, which is neither white space nor comma.
     *
     * @param strict if true, the element ends at the next object that is not the value of a field, even if an array could hold it
     */
    void begin(byte first, boolean strict) {
        this.strict = strict;
        depth = 0;
        scalar = first != '{' && first != '[';
        inString = first == '"';
        escaped = false;
        closingQuote = false;
        before = first;
        if (!scalar) {
            push(first);
        }
    }

    /** Whether the element that was found closes all that it opens. */
    boolean isWhole() {
        return depth == 0 && !inString;
    }

    /** The index behind the element, or -1 if it goes on behind {@code to} (exclusive). */
    int find(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (closingQuote) {
                closingQuote = false;
                inString = !mayFollowString(b);
            }
            int end = inString ? inString(b, i) : structure(b, i);
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }

    private static boolean mayFollowString(byte b) {
        return b == ':' || b == ',' || b == '}' || b == ']' || Window.isBlank(b);
    }

    private int inString(byte b, int i) {
        if (b == '\n') {
            return i;
        }
        if (escaped) {
            escaped = false;
        } else if (b == '\\') {
            escaped = true;
        } else if (b == '"') {
            inString = false;
            closingQuote = true;
        }
        return -1;
    }

    private int structure(byte b, int i) {
        int end =
                switch (b) {
                    case ' ', '\t', '\r' -> -1;
                    case '\n', ',' -> depth == 0 ? i : -1;
                    case '{' -> before == ':' || mayHoldObject() ? push(b) : i;
                    case '[' -> before == ':' || depth > 0 ? push(b) : i;
                    case '}' -> depth == 0 ? -1 : isIn('{') ? pop(i) : i + 1;
                    case ']' -> isIn('[') ? pop(i) : i;
                    default -> -1;
                };
        inString = b == '"';
        if (!Window.isBlank(b)) {
            before = b;
        }
        return end;
    }

    private boolean mayHoldObject() {
        return isIn('[') && !strict && (before == '[' || before == ',');
    }

    private boolean isIn(char container) {
        return depth > 0 && containers[depth - 1] == container;
    }

    private int push(byte container) {
        if (depth == containers.length) {
            containers = Arrays.copyOf(containers, depth * 2);
        }
        containers[depth++] = container;
        return -1;
    }

    private int pop(int i) {
        depth--;
        return depth == 0 && !scalar ? i + 1 : -1;
    }
}
