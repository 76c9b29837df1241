package workshop.settings;

import static java.util.Objects.requireNonNull;

/**
 * An error for a person, in three parts: what happened, why, and which command to run next. Shown without a stack trace, by
 * whoever runs the layer: he knows how the command is typed.
 */
public final class WorkshopException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Exit code of a check or a run that failed. */
    public static final int FAILED = 1;
    /** Exit code of wrong usage: an option or a file that is not there. */
    public static final int USAGE = 2;

    private final String why;
    private final Advice next;
    private final int exitCode;

    private WorkshopException(int exitCode, String what, String why, Advice next, Throwable cause) {
        super(requireNonNull(what, "what is null"), cause);
        this.exitCode = exitCode;
        this.why = requireNonNull(why, "why is null");
        this.next = requireNonNull(next, "next is null");
    }

    public static WorkshopException failed(String what, String why, Advice next) {
        return new WorkshopException(FAILED, what, why, next, null);
    }

    public static WorkshopException failed(String what, String why, Advice next, Throwable cause) {
        return new WorkshopException(FAILED, what, why, next, cause);
    }

    public static WorkshopException usage(String what, String why, Advice next) {
        return new WorkshopException(USAGE, what, why, next, null);
    }

    public static WorkshopException failed(String what, String why, String next) {
        return failed(what, why, Advice.of(next));
    }

    public static WorkshopException failed(String what, String why, String next, Throwable cause) {
        return failed(what, why, Advice.of(next), cause);
    }

    public static WorkshopException usage(String what, String why, String next) {
        return usage(what, why, Advice.of(next));
    }

    /**
     * The error for a person behind one that libraries wrapped: the first of this class among the causes, else a new one
     * with the first line of the innermost cause as its reason.
     */
    public static WorkshopException behind(Throwable error, String what, Advice next) {
        Throwable root = error;
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            root = cause;
            if (cause instanceof WorkshopException known) {
                return known;
            }
            for (Throwable suppressed : cause.getSuppressed()) {
                if (suppressed instanceof WorkshopException known) {
                    return known;
                }
            }
        }
        return failed(what, firstLine(root), next, error);
    }

    /** The first line of an error's message: the ones of Spark and PostgreSQL go on for pages. */
    public static String firstLine(Throwable error) {
        String message = error.getMessage();
        return message == null || message.isBlank()
                ? error.getClass().getSimpleName() + ", without a message."
                : message.strip().lines().findFirst().orElseThrow();
    }

    public String what() {
        return getMessage();
    }

    public String why() {
        return why;
    }

    /** As it is typed where this runner is. */
    public String next(Runner runner) {
        return next.typed(runner);
    }

    public int exitCode() {
        return exitCode;
    }

    /** All three parts, for logs and failed tests. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // the message is one part of three
    public String toString() {
        return getClass().getSimpleName() + ": " + what() + " " + why() + " Next: " + next;
    }

    /** The three parts as three lines, as every command prints them on standard error. Text from outside is made printable. */
    public String threeLines(Runner runner) {
        return Printable.lines("error: " + what() + "\n  why: " + why + "\n next: " + next(runner));
    }
}
