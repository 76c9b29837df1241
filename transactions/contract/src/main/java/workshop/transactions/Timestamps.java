package workshop.transactions;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * ISO-8601 date and time with a zone, in the profile of RFC 3339: {@code 2026-03-01T09:30:00.5+01:00}, up to nine digits
 * of a second, zone Z or an offset up to 18:00, not -00:00, which ISO-8601 forbids. By hand since {@code OffsetDateTime.parse} costs more than the rest of
 * the contract together.
 */
final class Timestamps {
    private static final int SECONDS_END = 19; // 2026-03-01T09:30:00
    private static final int MAX_OFFSET_MINUTES = 18 * 60;

    private Timestamps() {}

    /** The instant, or null if the text is none. */
    static @Nullable Instant parse(String text) {
        int length = text.length();
        if (length <= SECONDS_END
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, SECONDS_END);
        if ((year | month | day | hour | minute | second) < 0 || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        int zone = text.charAt(SECONDS_END) == '.' ? fractionEnd(text) : SECONDS_END;
        int offset = zone < 0 ? Integer.MIN_VALUE : offsetMinutes(text, zone);
        if (offset == Integer.MIN_VALUE) {
            return null;
        }
        try {
            long days = LocalDate.of(year, month, day).toEpochDay();
            long seconds = days * 86_400 + hour * 3_600L + (minute - offset) * 60L + second;
            return Instant.ofEpochSecond(seconds, nanos(text, zone));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** The number between two places, or negative if there is another character than a digit. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Where the zone starts behind a fraction of 1 to 9 digits, or -1. */
    private static int fractionEnd(String text) {
        int end = SECONDS_END + 1;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        int count = end - SECONDS_END - 1;
        return count >= 1 && count <= 9 && end < text.length() ? end : -1;
    }

    private static int nanos(String text, int zone) {
        if (zone == SECONDS_END) {
            return 0;
        }
        int nanos = digits(text, SECONDS_END + 1, zone);
        for (int i = zone - SECONDS_END - 1; i < 9; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** Minutes east of UTC, or MIN_VALUE if it is no zone. */
    private static int offsetMinutes(String text, int zone) {
        char sign = text.charAt(zone);
        if (sign == 'Z') {
            return text.length() == zone + 1 ? 0 : Integer.MIN_VALUE;
        }
        if ((sign != '+' && sign != '-') || text.length() != zone + 6 || text.charAt(zone + 3) != ':') {
            return Integer.MIN_VALUE;
        }
        int hours = digits(text, zone + 1, zone + 3);
        int minutes = digits(text, zone + 4, zone + 6);
        if ((hours | minutes) < 0 || minutes > 59 || hours * 60 + minutes > MAX_OFFSET_MINUTES) {
            return Integer.MIN_VALUE;
        }
        int total = hours * 60 + minutes;
        if (sign == '-') {
            return total == 0 ? Integer.MIN_VALUE : -total;
        }
        return total;
    }
}
