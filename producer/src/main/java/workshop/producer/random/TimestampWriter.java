package workshop.producer.random;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Writes instants as {@code 2026-03-01T09:30:00.123Z}. Remembers the last date, which rarely changes. */
final class TimestampWriter {
    private static final long MILLIS_PER_DAY = 86_400_000;

    private long day = Long.MIN_VALUE;
    private byte @Nullable [] date;

    void write(long epochMillis, AsciiWriter to) {
        long today = Math.floorDiv(epochMillis, MILLIS_PER_DAY);
        if (today != day) {
            day = today;
            date = LocalDate.ofEpochDay(today).toString().getBytes(US_ASCII);
        }
        int millis = (int) Math.floorMod(epochMillis, MILLIS_PER_DAY);
        to.text(date).character('T').number(millis / 3_600_000, 2);
        to.character(':').number(millis / 60_000 % 60, 2);
        to.character(':').number(millis / 1_000 % 60, 2);
        to.character('.').number(millis % 1_000, 3).character('Z');
    }
}
