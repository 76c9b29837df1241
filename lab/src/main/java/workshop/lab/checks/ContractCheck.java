package workshop.lab.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import workshop.transactions.Contract;
import workshop.transactions.RecordVisitor;
import workshop.transactions.Transaction;
import workshop.transactions.Verdict;
import workshop.transactions.Verdict.Accepted;
import workshop.transactions.Verdict.Rejected;
import workshop.transactions.history.HistoryFile;
import workshop.transactions.history.LocalFile;

/** The student's own file, {@code mine.json}: what the contract accepts, what it rejects, and a duplicate. */
final class ContractCheck implements Check {
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
    public void look(Evidence evidence, Findings findings) throws IOException {
        Path file = evidence.place().own(FILE);
        if (!Files.isRegularFile(file)) {
            findings.missing(
                    "There is no file " + FILE + " in this folder.",
                    "The step writes it, and its commands are typed in the workshop's folder; you are in "
                            + evidence.place().folder().toAbsolutePath().normalize() + ".",
                    "the command of step 2 in WORKSHOP.md that begins with: cat > " + FILE);
            return;
        }
        Counting counting = new Counting();
        HistoryFile.read(LocalFile.at(file), counting);
        report(counting, findings);
        duplicates(counting, findings);
    }

    private static void report(Counting counting, Findings findings) {
        if (counting.accepted > 0) {
            findings.ok("%s has records that the contract accepts: %,d.", FILE, counting.accepted);
        } else {
            findings.missing(
                    FILE + " has no record that the contract accepts.",
                    "A record is one JSON object on one line, with a customer and an amount; "
                            + (counting.why == null
                                    ? "the file is empty."
                                    : "the first one here: " + counting.why + "."),
                    "echo '{\"customer\": \"Ali\", \"amount\": 120.50}" + APPEND);
        }
        if (counting.rejected > 0) {
            findings.ok(
                    "%s has records that the contract rejects: %,d; the first: %s.",
                    FILE, counting.rejected, counting.why);
        } else {
            findings.missing(
                    FILE + " has no record that the contract rejects.",
                    "All of its records keep the contract; one with three decimals would not.",
                    "echo '{\"customer\": \"Ali\", \"amount\": 19.995}" + APPEND);
        }
    }

    private static void duplicates(Counting counting, Findings findings) {
        if (counting.duplicates > 0) {
            findings.ok("%s has duplicates, records with an id that was there before: %,d.", FILE, counting.duplicates);
        } else {
            findings.missing(
                    FILE + " has no duplicate.",
                    "A duplicate has the same transaction_id as a record before it; without an id, two equal records are"
                            + " two transactions.",
                    "echo '{\"transaction_id\": \"M-1\", \"customer\": \"Sara\", \"amount\": -20}" + APPEND
                            + "; twice");
        }
    }

    /** Counts by the contract; a place where the file itself is broken is a rejected record. */
    private static final class Counting implements RecordVisitor {
        private final Set<String> ids = new HashSet<>();
        private int accepted;
        private int rejected;
        private int duplicates;
        private String why;

        @Override
        public void record(long at, byte[] bytes, int from, int length) {
            Verdict verdict = Contract.check(bytes, from, length);
            if (verdict instanceof Accepted it) {
                add(it.transaction());
            } else if (verdict instanceof Rejected it) {
                broken(at, it);
            }
        }

        private void add(Transaction transaction) {
            accepted++;
            if (!transaction.id().map(ids::add).orElse(true)) {
                duplicates++;
            }
        }

        @Override
        public void broken(long at, Rejected it) {
            rejected++;
            why = why == null ? it.sentence() : why;
        }
    }
}
