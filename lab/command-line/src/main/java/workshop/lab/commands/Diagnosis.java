package workshop.lab.commands;

/** One sentence about an error that nobody has written a sentence for. */
final class Diagnosis {
    private Diagnosis() {}

    static String of(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("No space left on device")) {
                return "The disk is full: no space left on device.";
            }
            if (cause instanceof OutOfMemoryError) {
                return "Java ran out of memory: " + message + ". WORKSHOP_JAVA_OPTIONS=-Xmx2g gives it more.";
            }
        }
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return message.lines().findFirst().orElse(root.getClass().getSimpleName());
    }
}
