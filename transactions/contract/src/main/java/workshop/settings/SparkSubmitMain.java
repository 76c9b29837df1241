package workshop.settings;

/** Runs a job that spark-submit started: an error a person can mend is three lines and an exit code, not a stack trace. */
public final class SparkSubmitMain {
    private SparkSubmitMain() {}

    /** What a job does. */
    @FunctionalInterface
    public interface Job {
        void run() throws Exception;
    }

    public static void run(Job job) {
        try {
            job.run();
        } catch (Exception e) {
            if (ProcessEnd.hasBegun()) {
                return; // the job has said that it was stopped
            }
            WorkshopException known = WorkshopException.behind(
                    e, "The job failed.", "the same again with --conf spark.log.level=INFO, which says more");
            System.err.println(known.threeLines());
            System.exit(known.exitCode());
        }
    }
}
