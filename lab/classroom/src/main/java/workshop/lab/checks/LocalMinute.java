package workshop.lab.checks;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Instants as a student reads them: in the time of this machine, to the minute. */
public final class LocalMinute {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private LocalMinute() {}

    public static String of(Instant instant) {
        return FORM.withZone(ZoneId.systemDefault()).format(instant);
    }
}
