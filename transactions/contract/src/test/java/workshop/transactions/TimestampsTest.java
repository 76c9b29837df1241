package workshop.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    private static final long YEAR_0 = LocalDateTime.of(0, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    private static final long YEAR_10_000 = LocalDateTime.of(10_000, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);

    @Test
    void random_instants_are_read_as_java_time_reads_them() {
        Random random = new Random(1);
        for (int i = 0; i < 50_000; i++) {
            String text = randomTimestamp(random);
            assertThat(Timestamps.parse(text)).as(text).isEqualTo(javaTime(text));
        }
    }

    @Test
    void every_day_of_four_centuries_is_read_as_java_time_reads_it() {
        for (int year = 1700; year < 2100; year += year % 100 == 3 ? 93 : 1) {
            for (int month = 0; month <= 13; month++) {
                for (int day = 0; day <= 32; day++) {
                    String text = String.format("%04d-%02d-%02dT23:59:59Z", year, month, day);
                    assertThat(Timestamps.parse(text)).as(text).isEqualTo(javaTime(text));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T09:30:00Z",
                "2026-03-01T10:30:00+01:00",
                "2026-03-01T09:30:00.0Z",
                "2026-03-01T09:30:00.000000000+00:00",
                "2026-03-01T15:15:00+05:45",
                "2026-03-02T03:30:00+18:00",
                "2026-02-28T15:30:00-18:00"
            })
    void one_instant_can_be_written_in_many_ways(String text) {
        assertThat(Timestamps.parse(text)).isEqualTo(Instant.parse("2026-03-01T09:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "now",
                "2026-03-01",
                "2026-03-01T09:30:00",
                "2026-03-01T09:30Z",
                "2026-03-01 09:30:00Z",
                "2026-03-01t09:30:00Z",
                "2026-03-01T09:30:00z",
                "2026-3-1T09:30:00Z",
                "26-03-01T09:30:00Z",
                "20260301T093000Z",
                "+2026-03-01T09:30:00Z",
                "-026-03-01T09:30:00Z",
                "12026-03-01T09:30:00Z",
                "2026-02-30T09:30:00Z",
                "2025-02-29T09:30:00Z",
                "1900-02-29T09:30:00Z",
                "2026-00-01T09:30:00Z",
                "2026-13-01T09:30:00Z",
                "2026-03-00T09:30:00Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01T09:60:00Z",
                "2026-12-31T23:59:60Z",
                "2026-03-01T09:30:00.Z",
                "2026-03-01T09:30:00.0123456789Z",
                "2026-03-01T09:30:00,5Z",
                "2026-03-01T09:30:00.5",
                "2026-03-01T09:30:00-00:00",
                "2026-03-01T09:30:00+18:01",
                "2026-03-01T09:30:00-18:01",
                "2026-03-01T09:30:00+19:00",
                "2026-03-01T09:30:00+01:60",
                "2026-03-01T09:30:00+01",
                "2026-03-01T09:30:00+0100",
                "2026-03-01T09:30:00+01:00:00",
                "2026-03-01T09:30:00ZZ",
                "2026-03-01T09:30:00Z ",
                " 2026-03-01T09:30:00Z",
                "2026-03-01T09:30:00+01:00[Europe/Paris]",
                "2026-03-01T09:30:00 Z",
                "2026-03-01T09:30:0\u0660Z",
                "2026-W10-1T09:30:00Z",
                "1772357400"
            })
    void every_other_form_is_no_timestamp(String text) {
        assertThat(Timestamps.parse(text)).isNull();
    }

    private static String randomTimestamp(Random random) {
        long seconds = YEAR_0 + (long) (random.nextDouble() * (YEAR_10_000 - YEAR_0));
        String local = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC).toString();
        StringBuilder text = new StringBuilder(local.length() == 16 ? local + ":00" : local);
        int digits = random.nextInt(10);
        for (int i = 0; i < digits; i++) {
            text.append(i == 0 ? "." : "").append(random.nextInt(10));
        }
        int minutes = 1 + random.nextInt(18 * 60);
        boolean utc = random.nextInt(3) == 0;
        return text.append(
                        utc
                                ? "Z"
                                : String.format(
                                        "%c%02d:%02d", "+-".charAt(random.nextInt(2)), minutes / 60, minutes % 60))
                .toString();
    }

    private static Instant javaTime(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (java.time.DateTimeException none) {
            return null;
        }
    }
}
