package workshop.settings;

/** Runs a job that spark-submit started: an error a person can mend is three lines and an exit code, not a stack trace. */
public final class SparkSubmitMain {
    private SparkSubmitMain() {}

    /** What a job does. */
    @FunctionalInterface
    public interface Job {
        /** @param runner that knows how commands are typed here */
        void run(Runner runner) throws Exception;
    }

    public static void run(Job job) {
        Runner runner = Runner.named(System.getenv()).orElse(Runner.SPARK_SUBMIT);
        try {
            job.run(runner);
        } catch (Exception e) {
            if (ProcessEnd.hasBegun()) {
                return; // the job has said that it was stopped
            }
            WorkshopException known = WorkshopException.behind(
                    e,
                    "The job failed.",
                    Advice.of("the same again with --conf spark.log.level=INFO, which says more"));
            System.err.println(known.threeLines(runner));
            System.exit(known.exitCode());
        }
    }
}
