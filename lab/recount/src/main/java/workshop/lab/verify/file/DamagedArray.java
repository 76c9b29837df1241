package workshop.lab.verify.file;

import java.io.IOException;
import workshop.transactions.Reason;

/**
 * What an array holds from a place on that a parser cannot read. Everything but white space, commas and one pair of brackets
 * is shown, in pieces as {@link Damage} cuts them, so that a damage costs the elements it is in and no others. A bracket too
 * many is a record of its own.
 */
final class DamagedArray {
    /** So many bytes may be looked at again for the elements in them: bounds the work on hostile files. */
    private static final long LOOKED_AT_AGAIN = 1L << 30;

    private final FileBytes bytes;
    private final EntryVisitor visitor;
    private final Damage damage;
    private boolean open = true;
    private long budget = LOOKED_AT_AGAIN;

    DamagedArray(FileBytes bytes, EntryVisitor visitor) {
        this.bytes = bytes;
        this.visitor = visitor;
        this.damage = new Damage(bytes);
    }

    /** Shows the rest of the array, and what stands behind it. */
    void read(long start) throws IOException {
        for (long at = skipToElement(start); at < bytes.length(); at = skipToElement(at)) {
            byte first = bytes.at(at);
            boolean closes = first == ']' && open;
            boolean begins = first == '[' && !open;
            if (closes) {
                open = false;
                at++;
            } else if (begins || first == ']') {
                open = begins;
                at = show(at, at + 1);
            } else {
                at = element(at);
            }
        }
        if (open) {
            visitor.broken(bytes.length(), Reason.ARRAY_NOT_CLOSED);
        }
    }

    private long skipToElement(long from) throws IOException {
        long at = bytes.skipBlank(from);
        while (at < bytes.length() && bytes.at(at) == ',') {
            at = bytes.skipBlank(at + 1);
        }
        return at;
    }

    /** Shows one element; returns where to go on. */
    private long element(long at) throws IOException {
        long most = Math.min(bytes.length(), at + RecountedFile.MAX_RECORD + 2);
        Damage.Cut cut = damage.cut(at, most, false);
        long length = cut.end() - at;
        if (length <= budget && holdsOthers(at, cut)) {
            long own = bytes.at(at) == '['
                    ? at + 1
                    : damage.cut(at, cut.end(), true).end();
            if (own < cut.end()) {
                budget -= length;
                return show(at, own);
            }
        }
        if (length > RecountedFile.MAX_RECORD) {
            visitor.broken(at, Reason.RECORD_TOO_LONG);
            return Math.min(bytes.lineEnd(cut.end()) + 1, bytes.length());
        }
        return show(at, cut.end());
    }

    /** Whether a bracket too many, or a missing one, has made the elements behind this one a part of it. */
    private boolean holdsOthers(long at, Damage.Cut cut) throws IOException {
        if (cut.end() - at > RecountedFile.MAX_RECORD) {
            return true;
        }
        if (bytes.at(at) == '[') {
            return !cut.whole() || isLast(at, cut);
        }
        return !cut.whole() && bytes.at(bytes.endOfText(at, cut.end()) - 1) == ']' && isLast(at, cut);
    }

    /** Whether only white space follows: then the bracket that should close the array is missing, or inside the element. */
    private boolean isLast(long at, Damage.Cut cut) throws IOException {
        return bytes.length() - at <= RecountedFile.MAX_RECORD && bytes.skipBlank(cut.end()) == bytes.length();
    }

    private long show(long at, long end) throws IOException {
        visitor.record(at, bytes.copy(at, bytes.endOfText(at, end)));
        return end;
    }
}
