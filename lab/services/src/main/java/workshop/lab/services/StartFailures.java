package workshop.lab.services;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import workshop.settings.WorkshopException;

/** What is said when a service cannot be brought up. */
final class StartFailures {
    static final String NEXT_WHEN_FULL = "free some space, or choose another disk: ./workshop up --home DIR";

    private StartFailures() {}

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
        if (isDiskFull(text)) {
            return "The disk is full.\n       " + text;
        }
        if (isClosedToRoot(text)) {
            return "Root's PostgreSQL runs without root's rights: every folder above the home must be open to all.\n       "
                    + text;
        }
        return text;
    }

    private static String next(List<String> lines, Service service) {
        String text = String.join(" ", lines);
        if (isDiskFull(text)) {
            return NEXT_WHEN_FULL;
        }
        return isClosedToRoot(text)
                ? "./workshop up --home DIR, with another directory"
                : "./workshop up; if it stays so, ./workshop reset deletes the data of " + service.title()
                        + " and the rest";
    }

    static boolean isDiskFull(String message) {
        return message.toLowerCase(Locale.ROOT).contains("no space left on device");
    }

    private static boolean isClosedToRoot(String message) {
        return message.contains("Permission denied") && PostgresPrograms.isRoot();
    }
}
