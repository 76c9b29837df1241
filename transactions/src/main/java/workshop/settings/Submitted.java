package workshop.settings;

/** Runs a job that spark-submit started: an error a person can mend is three lines and an exit code, not a stack trace. */
public final class Submitted {
    private Submitted() {}

    /** What a job does. */
    @FunctionalInterface
    public interface Job {
        void run() throws Exception;
    }

    public static void run(Job job) {
        try {
            job.run();
        } catch (WorkshopException e) {
            System.err.println(e.threeLines());
            System.exit(e.exitCode());
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(WorkshopException.FAILED);
        }
    }
}
