package workshop.lab.verify.file;

import java.io.IOException;

/**
 * Cuts an element out of a damaged array. A sound element is cut where it ends; a damaged one where the damage shows:
 *
 * <ul>
 *   <li>before a line feed in a string, which was never closed;
 *   <li>before an object that is neither a field's value nor in an array: the element before it was never closed;
 *   <li>before a bracket {@code [} or {@code ]}, and behind a brace {@code }}, that matches nothing.
 * </ul>
 *
 * <p>A quote ends a string only if what follows it may follow a string; if not, a quote is missing or too many before it.
 */
record Damage(FileBytes bytes) {
    /**
     * An element.
     *
     * @param end exclusive
     * @param whole whether it closes all that it opens
     */
    record Cut(long end, boolean whole) {}

    /**
     * Cuts the element that begins at a place.
     *
     * @param most where it ends at the latest (exclusive)
     * @param strict ends it also before an object in an array
     */
    Cut cut(long start, long most, boolean strict) throws IOException {
        StringBuilder open = new StringBuilder();
        byte first = bytes.at(start);
        boolean scalar = first != '{' && first != '[';
        byte before = ':'; // the element itself may be anything
        for (long at = start; at < most; at++) {
            byte b = bytes.at(at);
            if (b == '"') {
                long behind = behindString(at, most);
                if (behind < 0) {
                    return new Cut(~behind, false);
                }
                at = behind - 1;
            } else if (mustEndBefore(b, before, open, strict) && at > start) {
                return new Cut(at, open.isEmpty());
            } else if (b == '}' && last(open) == '[') {
                return new Cut(at + 1, false);
            } else if (b == '{' || b == '[') {
                open.append((char) b);
            } else if ((b == '}' || b == ']') && !open.isEmpty()) {
                open.setLength(open.length() - 1);
                if (open.isEmpty() && !scalar) {
                    return new Cut(at + 1, true);
                }
            }
            before = FileBytes.isBlank(b) ? before : b;
        }
        return new Cut(most, open.isEmpty());
    }

    private static boolean mustEndBefore(byte b, byte before, StringBuilder open, boolean strict) {
        return switch (b) {
            case '\n', ',' -> open.isEmpty();
            case '{' -> before != ':' && (strict || last(open) != '[' || (before != '[' && before != ','));
            case '[' -> before != ':' && open.isEmpty();
            case ']' -> last(open) != '[';
            default -> false;
        };
    }

    /** Behind the quote that ends a string; where none does, {@code ~} the place of the line feed or of the end before it. */
    private long behindString(long start, long most) throws IOException {
        for (long at = start + 1; at < most; at++) {
            byte b = bytes.at(at);
            if (b == '\n') {
                return ~at;
            }
            if (b == '"' && (at + 1 == most || mayFollowString(bytes.at(at + 1)))) {
                return at + 1;
            }
            if (b == '\\' && at + 1 < most && bytes.at(at + 1) != '\n') {
                at++;
            }
        }
        return ~most;
    }

    private static boolean mayFollowString(byte b) {
        return b == ':' || b == ',' || b == '}' || b == ']' || FileBytes.isBlank(b);
    }

    private static char last(StringBuilder open) {
        return open.isEmpty() ? 0 : open.charAt(open.length() - 1);
    }
}
