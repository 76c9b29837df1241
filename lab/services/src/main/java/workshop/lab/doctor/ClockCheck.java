package workshop.lab.doctor;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Kafka, PostgreSQL and the layers write times, and builds compare those of files. */
final class ClockCheck implements Check {
    private static final Duration JUMP = Duration.ofSeconds(1);
    /** Nobody runs a build that old. */
    private static final Duration MOST_AGE = Duration.ofDays(15 * 365);

    private static final String NEXT = "sudo timedatectl set-ntp true; on macOS: sudo sntp -sS time.apple.com;"
            + " in WSL: wsl --shutdown on Windows";

    @Override
    public String subject() {
        return "clock";
    }

    @Override
    public List<Finding> look(Machine machine) throws IOException {
        Instant now = machine.now().truncatedTo(ChronoUnit.SECONDS);
        Instant built = machine.built().truncatedTo(ChronoUnit.SECONDS);
        if (now.isBefore(built.minusSeconds(1))) {
            return List.of(Finding.warning(
                    subject(), "The clock says " + now + ", but the workshop was built later: " + built + ".", NEXT));
        }
        if (Duration.between(built, now).compareTo(MOST_AGE) > 0) {
            return List.of(Finding.warning(subject(), "The clock says " + now + ", which can hardly be.", NEXT));
        }
        Duration jump = machine.clockJump();
        if (jump.abs().compareTo(JUMP) > 0) {
            return List.of(Finding.warning(
                    subject(),
                    "The clock jumped by " + jump.toMillis() + " ms since this command began: it is being set.",
                    "wait until it stands; if it does not: " + NEXT));
        }
        return List.of(Finding.good(subject(), "It says " + now + " and runs evenly."));
    }
}
