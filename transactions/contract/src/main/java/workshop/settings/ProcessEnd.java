package workshop.settings;

/** The end of this process: by Ctrl-C or SIGTERM as a rule. */
public final class ProcessEnd {
    private ProcessEnd() {}

    /** Whether it has begun. What fails from there on fails because services and sessions go away, and is no news. */
    public static boolean hasBegun() {
        Thread probe = new Thread(() -> {}, "probe");
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException ending) { // Java's one way to tell
            return true;
        }
    }
}
