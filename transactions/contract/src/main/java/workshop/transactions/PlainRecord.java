package workshop.transactions;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A short cut for the usual record: the four fields only, in any order, ASCII text without escapes, amounts like -12.34.
 * It accepts a part of what the contract accepts and rejects nothing: all else goes the long way through a JSON parser,
 * which takes more than twice as long.
 */
final class PlainRecord {
    private static final byte[] CUSTOMER = "customer\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AMOUNT = "amount\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ID = "transaction_id\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TIMESTAMP = "timestamp\"".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;
    private final int end;
    private int at;

    private PlainRecord(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** The transaction, or null if it takes a JSON parser to tell. */
    static @Nullable Transaction read(byte[] bytes, int from, int length) {
        return new PlainRecord(bytes, from, from + length).read();
    }

    private @Nullable Transaction read() {
        String customer = null;
        BigDecimal amount = null;
        String id = null;
        Instant timestamp = null;
        boolean more = skip('{');
        while (more) {
            if (!skip('"')) {
                return null;
            }
            boolean once;
            if (skipName(CUSTOMER)) {
                once = customer == null && (customer = customer()) != null;
            } else if (skipName(AMOUNT)) {
                once = amount == null && (amount = amount()) != null;
            } else if (skipName(ID)) {
                once = id == null && (id = text()) != null;
            } else {
                once = skipName(TIMESTAMP) && timestamp == null && (timestamp = timestamp()) != null;
            }
            if (!once) {
                return null;
            }
            more = skip(',');
        }
        boolean whole = skip('}') && skipSpaces() == end;
        return whole && customer != null && amount != null ? new Transaction(customer, amount, id, timestamp) : null;
    }

    private @Nullable String customer() {
        String customer = text();
        boolean trimmed =
                customer != null && customer.charAt(0) != ' ' && customer.charAt(customer.length() - 1) != ' ';
        return trimmed ? customer : null;
    }

    private @Nullable Instant timestamp() {
        String timestamp = text();
        return timestamp == null ? null : Timestamps.parse(timestamp);
    }

    /** A string of 1 to 100 printable ASCII characters without escapes, or null. */
    private @Nullable String text() {
        if (!skip('"')) {
            return null;
        }
        int start = at;
        while (at < end && bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        int length = at - start;
        if (at == end || bytes[at] != '"' || length == 0 || length > Fields.MAX_CHARACTERS) {
            return null;
        }
        at++;
        return new String(bytes, start, length, StandardCharsets.ISO_8859_1); // ASCII, and the fastest to decode
    }

    /** Up to 16 digits and up to 2 decimals, or null. */
    private @Nullable BigDecimal amount() {
        skipSpaces();
        boolean negative = at < end && bytes[at] == '-';
        int start = negative ? ++at : at;
        long cents = digits(0);
        int count = at - start;
        if (count == 0 || count > 16 || (count > 1 && bytes[start] == '0')) {
            return null;
        }
        int decimals = 0;
        if (at < end && bytes[at] == '.') {
            start = ++at;
            cents = digits(cents);
            decimals = at - start;
            if (decimals == 0 || decimals > Total.DECIMALS) {
                return null;
            }
        }
        for (; decimals < Total.DECIMALS; decimals++) {
            cents *= 10;
        }
        return BigDecimal.valueOf(negative ? -cents : cents, Total.DECIMALS);
    }

    /** Appends the digits that follow to a number; what overflows is too long anyway. */
    private long digits(long before) {
        long number = before;
        for (; at < end && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
            number = number * 10 + (bytes[at] - '0');
        }
        return number;
    }

    private boolean skipName(byte[] name) {
        for (int i = 0; i < name.length; i++) {
            if (at + i >= end || bytes[at + i] != name[i]) {
                return false;
            }
        }
        at += name.length;
        return skip(':');
    }

    private boolean skip(char expected) {
        if (skipSpaces() == end || bytes[at] != expected) {
            return false;
        }
        at++;
        return true;
    }

    private int skipSpaces() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
        return at;
    }
}
