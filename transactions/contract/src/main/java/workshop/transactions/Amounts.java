package workshop.transactions;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import workshop.transactions.Contract.RejectedException;

/** Amounts from their digits, exactly: at most 2 decimals by value, at most 16 digits before the point. */
final class Amounts {
    static final int MAX_INTEGER_DIGITS = 16;
    /** Longer numbers than this are refused unread, as Jackson does. */
    private static final int MAX_LENGTH = 1000;

    private static final Pattern JSON_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final int FAST_LENGTH = 18; // always fits a long

    private Amounts() {}

    static boolean isNumber(String text) {
        return text.length() <= MAX_LENGTH && JSON_NUMBER.matcher(text).matches();
    }

    /** Reads a JSON number. Returns it with scale 2. */
    static BigDecimal parse(char[] digits, int from, int length) {
        BigDecimal plain = length <= FAST_LENGTH ? parsePlain(digits, from, length) : null;
        return plain != null ? plain : parseAny(digits, from, length);
    }

    /** The usual case, 1234.5 or -12.34, without a detour. Null for every other. */
    private static @Nullable BigDecimal parsePlain(char[] digits, int from, int length) {
        long cents = 0;
        int integerDigits = 0;
        int decimals = -1; // before the point
        boolean negative = digits[from] == '-';
        for (int i = negative ? from + 1 : from; i < from + length; i++) {
            char c = digits[i];
            if (c == '.') {
                decimals = 0;
            } else if (c < '0' || c > '9' || decimals == Total.DECIMALS) {
                return null; // an exponent, or more decimals: they may be zeros
            } else {
                cents = cents * 10 + (c - '0');
                if (decimals >= 0) {
                    decimals++;
                } else {
                    integerDigits++;
                }
            }
        }
        if (integerDigits > MAX_INTEGER_DIGITS) {
            return null;
        }
        for (int i = Math.max(decimals, 0); i < Total.DECIMALS; i++) {
            cents *= 10;
        }
        return BigDecimal.valueOf(negative ? -cents : cents, Total.DECIMALS);
    }

    private static BigDecimal parseAny(char[] digits, int from, int length) {
        String text = new String(digits, from, length);
        BigDecimal amount = null;
        try {
            amount = length <= MAX_LENGTH ? new BigDecimal(text) : null;
        } catch (NumberFormatException exponentOutOfRange) {
            // stays null
        }
        if (amount == null) {
            throw new RejectedException(Reason.AMOUNT_TOO_LARGE, "amount " + Fields.quote(text) + " is out of range");
        }
        if (amount.signum() == 0) {
            return Total.ZERO.amount();
        }
        if ((long) amount.precision() - amount.scale() > MAX_INTEGER_DIGITS) {
            throw new RejectedException(
                    Reason.AMOUNT_TOO_LARGE,
                    "amount " + Fields.quote(text) + " has more than " + MAX_INTEGER_DIGITS
                            + " digits before the point");
        }
        BigDecimal stripped = amount.stripTrailingZeros();
        if (stripped.scale() > Total.DECIMALS) {
            throw new RejectedException(
                    Reason.AMOUNT_TOO_MANY_DECIMALS,
                    "amount " + Fields.quote(text) + " has " + stripped.scale() + " decimals, at most " + Total.DECIMALS
                            + " are allowed");
        }
        return stripped.setScale(Total.DECIMALS);
    }
}
