package workshop.lab.checks;

import java.nio.file.Files;
import java.nio.file.Path;
import workshop.lab.trial.FileTrial;

/** The student's own file, {@code mine.json}: what the contract accepts, what it rejects, and a duplicate. */
final class ContractCheck implements StepCheck {
    private static final String FILE = "mine.json";
    private static final String APPEND = "' >> " + FILE + ", which adds one";

    @Override
    public int step() {
        return 2;
    }

    @Override
    public String title() {
        return "The data and its contract";
    }

    @Override
    public boolean needsServices() {
        return false;
    }

    @Override
    public void look(Evidence evidence, StepFindings findings) {
        Path file = evidence.place().own(FILE);
        if (!Files.isRegularFile(file)) {
            findings.missing(
                    "There is no file " + FILE + " in this folder.",
                    "The step writes it, and its commands are typed in the workshop's folder; you are in "
                            + evidence.place().folder().toAbsolutePath().normalize() + ".",
                    "the command of step 2 in WORKSHOP.md that begins with: cat > " + FILE);
            return;
        }
        FileTrial trial = FileTrial.of(file);
        report(trial, findings);
        duplicates(trial, findings);
    }

    private static void report(FileTrial trial, StepFindings findings) {
        if (trial.accepted() > 0) {
            findings.ok("%s has records that the contract accepts: %,d.", FILE, trial.accepted());
        } else {
            findings.missing(
                    FILE + " has no record that the contract accepts.",
                    "A record is one JSON object on one line, with a customer and an amount; "
                            + (trial.read() == 0
                                    ? "the file is empty."
                                    : "the first one here: " + firstRejected(trial) + "."),
                    "echo '{\"customer\": \"Ali\", \"amount\": 120.50}" + APPEND);
        }
        if (trial.rejected() > 0) {
            findings.ok(
                    "%s has records that the contract rejects: %,d; the first: %s.",
                    FILE, trial.rejected(), firstRejected(trial));
        } else {
            findings.missing(
                    FILE + " has no record that the contract rejects.",
                    "All of its records keep the contract; one with three decimals would not.",
                    "echo '{\"customer\": \"Ali\", \"amount\": 19.995}" + APPEND);
        }
    }

    private static void duplicates(FileTrial trial, StepFindings findings) {
        if (trial.duplicates() > 0) {
            findings.ok("%s has duplicates, records with an id that was there before: %,d.", FILE, trial.duplicates());
        } else {
            findings.missing(
                    FILE + " has no duplicate.",
                    "A duplicate has the same transaction_id as a record before it; without an id, two equal records are"
                            + " two transactions.",
                    "echo '{\"transaction_id\": \"M-1\", \"customer\": \"Sara\", \"amount\": -20}" + APPEND
                            + "; twice");
        }
    }

    private static String firstRejected(FileTrial trial) {
        return trial.findings().stream()
                .filter(FileTrial.Finding::isRejected)
                .map(first -> "line " + first.line() + ", " + first.why())
                .findFirst()
                .orElse("");
    }
}
