package workshop.lab.checks;

import java.nio.file.Files;
import java.nio.file.Path;
import workshop.lab.verify.Verification;

/** The history, counted and published. */
final class BatchCheck implements StepCheck {
    @Override
    public int step() {
        return 3;
    }

    @Override
    public String title() {
        return "The batch layer";
    }

    @Override
    public void look(Evidence evidence, StepFindings findings) {
        int published = evidence.cuts().published();
        if (published > 0) {
            findings.ok("Epoch %d is published.", published);
        }
        if (historyIsThere(evidence, findings)) {
            counts(evidence, findings);
            new Agreement(evidence, findings, step()).batchTotals();
        }
    }

    /** Returns whether what was read is the history of the guide, and can be recounted. */
    private boolean historyIsThere(Evidence evidence, StepFindings findings) {
        BatchHistory history = BatchHistory.of(evidence);
        if (!history.isOfTheGuide(findings)) {
            return false;
        }
        Path file = history.files().get(0);
        String shown = evidence.place().shown(file);
        if (!Files.isRegularFile(file)) {
            findings.wrong(
                    "The history file " + shown + " is not there any more.",
                    "It was moved or deleted after the batch had read it.",
                    "put it back, or: " + evidence.command("batch --history FILE"));
            return false;
        }
        if (evidence.verification().changedFiles().contains(file.toString())) {
            findings.wrong(
                    "The history file " + shown + " has changed since the batch read it.",
                    "Somebody has edited it, so the totals are those of a file that is gone.",
                    evidence.command("batch" + history.argument(" --history", file) + " --replace-history")
                            + ", which counts it as it is now");
        } else {
            findings.ok("The batch read %s; it has not changed since.", shown);
        }
        return true;
    }

    private static void counts(Evidence evidence, StepFindings findings) {
        Verification found = evidence.verification();
        ReportedBatch batch = evidence.batch();
        long read = batch.read();
        long duplicates = batch.duplicates();
        long rejected = batch.rejected();
        String sum = StepFindings.text(
                "read %,d = accepted %,d + duplicates %,d + rejected %,d",
                read, batch.accepted(), duplicates, rejected);
        if (read == found.published() && duplicates == found.duplicates() && rejected == found.publishedRejected()) {
            findings.ok("The batch lost nothing: %s.", sum);
        } else {
            findings.wrong(
                    "The batch says " + sum + "; the recount says "
                            + StepFindings.text(
                                    "read %,d, duplicates %,d, rejected %,d",
                                    found.published(), found.duplicates(), found.publishedRejected())
                            + ".",
                    "The report was changed, or the files and the log are others than those that were read.",
                    evidence.command("batch"));
        }
    }
}
