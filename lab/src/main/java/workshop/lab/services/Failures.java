package workshop.lab.services;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import workshop.settings.WorkshopException;

/** What is said when a service cannot be brought up. */
final class Failures {
    private Failures() {}

    /** The server died, or stayed silent. */
    static WorkshopException start(Service service, boolean died, List<String> lastLines) {
        String what = service.title() + (died ? " ended as it started." : " does not answer.");
        return WorkshopException.failed(what, why(service, lastLines), next(lastLines, service));
    }

    /** A program that prepares the data failed. */
    static WorkshopException prepare(Service service, Processes.Outcome outcome) {
        List<String> lastLines = LogTail.lastLines(outcome.output());
        return WorkshopException.failed(
                service.title() + " could not make its data.", reason(lastLines), next(lastLines, service));
    }

    static WorkshopException start(Service service, IOException cause) {
        List<String> message = List.of(String.valueOf(cause.getMessage()));
        return WorkshopException.failed(
                service.title() + " could not be started.", reason(message), next(message, service), cause);
    }

    static WorkshopException otherPort(Service service, int port, int requested) {
        return WorkshopException.failed(
                service.title() + " is not at port " + requested + ".",
                "It runs already, at port " + port + ".",
                "./workshop down, then ./workshop up --" + service.name() + "-port " + requested);
    }

    static WorkshopException portInUse(Service service, int port, String holder) {
        return WorkshopException.failed(
                service.title() + " cannot listen at port " + port + ".",
                holder + " uses it.",
                "./workshop up --" + service.name() + "-port PORT with another, or without it for a free one");
    }

    private static String why(Service service, List<String> lastLines) {
        return lastLines.isEmpty()
                ? "It printed nothing to " + service.log() + "."
                : reason(lastLines) + "\n       (the end of " + service.log() + ")";
    }

    private static String reason(List<String> lines) {
        String text = String.join("\n       ", lines);
        if (isDiskFull(lines)) {
            return "The disk is full.\n       " + text;
        }
        if (text.contains("Permission denied") && PostgresPrograms.isRoot()) {
            return "Root's PostgreSQL runs without root's rights: every folder above the home must be open to all.\n       "
                    + text;
        }
        return text;
    }

    private static String next(List<String> lines, Service service) {
        return isDiskFull(lines)
                ? "free some space, or choose another disk: ./workshop up --home DIR"
                : "./workshop up again; if it stays so, ./workshop reset deletes the data of " + service.title()
                        + " and the rest";
    }

    private static boolean isDiskFull(List<String> lines) {
        return lines.stream().anyMatch(line -> line.toLowerCase(Locale.ROOT).contains("no space left on device"));
    }
}
