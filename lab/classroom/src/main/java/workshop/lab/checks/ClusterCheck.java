package workshop.lab.checks;

import java.io.IOException;
import workshop.settings.Plural;
import workshop.settings.WorkshopException;

/** A Spark cluster of Compose's: two workers, an application that has ended well, and what it has published. */
final class ClusterCheck implements StepCheck {
    private static final int WORKERS = 2;
    private static final String UP = "docker compose up -d --wait";
    private static final String SUBMIT =
            "docker compose exec spark-master spark-submit batch-layer.jar datasets/transactions.json";
    private static final String HERE = "docker compose exec workshop workshop check 13";

    @Override
    public int step() {
        return 13;
    }

    @Override
    public String title() {
        return "A Spark cluster";
    }

    @Override
    public boolean needsServices() {
        return false;
    }

    @Override
    public void look(Evidence evidence, StepFindings findings) {
        if (!evidence.place().isElsewhere()) {
            findings.missing(
                    "The cluster cannot be seen from here.",
                    "This step needs Docker, and its check runs in a container beside the cluster.",
                    UP + ", then the commands of the step, then " + HERE);
            return;
        }
        String page = evidence.settings().sparkMasterPage();
        try {
            report(SparkMaster.ask(page), findings);
        } catch (IOException e) {
            findings.missing(
                    "The master of the Spark cluster does not answer at " + page + ".",
                    "It does not run, or its page is elsewhere: " + WorkshopException.firstLine(e) + ".",
                    UP);
        }
        int published = evidence.cuts().published();
        if (published > 0) {
            findings.ok("Epoch %d is published.", published);
        } else {
            findings.missing("No batch has published yet.", "None was submitted, or it failed.", SUBMIT);
        }
    }

    static void report(SparkMaster master, StepFindings findings) {
        if (master.aliveWorkers() >= WORKERS) {
            findings.ok("The master has %d workers that are alive.", master.aliveWorkers());
        } else {
            findings.missing(
                    "The master has " + Plural.of(master.aliveWorkers(), "worker that is", "workers that are")
                            + " alive, not " + WORKERS + ".",
                    "A worker was stopped, or has not registered yet.",
                    UP);
        }
        if (master.finished() > 0) {
            findings.ok("Applications that have ended well on the cluster: %d.", master.finished());
        } else {
            findings.missing(
                    "No application has ended well on the cluster.",
                    "None was submitted, or it failed; the master forgets them when it is restarted.",
                    SUBMIT);
        }
    }
}
