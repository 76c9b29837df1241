package workshop.lab.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import workshop.transactions.Contract;
import workshop.transactions.CustomerTotals;
import workshop.transactions.ParserWords;
import workshop.transactions.Reason;
import workshop.transactions.RecordVisitor;
import workshop.transactions.Rule;
import workshop.transactions.Transaction;
import workshop.transactions.Verdict;
import workshop.transactions.Verdict.Accepted;
import workshop.transactions.Verdict.Rejected;
import workshop.transactions.history.HistoryFile;
import workshop.transactions.history.LineNumbers;
import workshop.transactions.history.LocalFile;

/** What the contract says of each record of a file, as a batch over this file alone would. Needs no services. */
public final class FileTrial {
    private static final String REJECTED = "rejected";

    /**
     * A record that does not count.
     *
     * @param line 1-based
     * @param verdict {@code duplicate}, {@code conflicting} or {@code rejected}
     * @param why for a person
     */
    public record Finding(long line, String verdict, String why) {
        public boolean isRejected() {
            return verdict.equals(REJECTED);
        }
    }

    private record First(long at, Transaction transaction) {}

    private record Found(long at, String verdict, String why, long firstAt) {}

    private final boolean verbose;
    private final CustomerTotals totals = new CustomerTotals();
    private final Map<String, First> firsts = new HashMap<>();
    private final List<Found> found = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private long read;
    private long rejected;

    private FileTrial(boolean verbose) {
        this.verbose = verbose;
    }

    /** @throws workshop.settings.WorkshopException (usage) if the file cannot be read */
    public static FileTrial of(Path path) {
        return of(path, false);
    }

    /** @param verbose adds what the JSON parser says, if a record is no JSON */
    public static FileTrial of(Path path, boolean verbose) {
        LocalFile file = LocalFile.at(path);
        FileTrial trial = new FileTrial(verbose);
        try {
            HistoryFile.read(file, trial.new Reader());
            trial.nameLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return trial;
    }

    private final class Reader implements RecordVisitor {
        @Override
        public void record(long at, byte[] bytes, int from, int length) {
            read++;
            Verdict verdict = Contract.check(bytes, from, length);
            if (verdict instanceof Accepted yes) {
                accept(at, yes.transaction());
            } else {
                reject(
                        at,
                        (Rejected) verdict,
                        verbose && ((Rejected) verdict).reason() == Reason.NOT_JSON
                                ? ParserWords.of(bytes, from, length)
                                : Optional.empty());
            }
        }

        @Override
        public void broken(long at, Rejected why) {
            read++;
            reject(at, why, Optional.empty());
        }
    }

    private void reject(long at, Rejected why, Optional<String> parser) {
        rejected++;
        String words = parser.map(said -> " (the parser: " + said + ")").orElse("");
        found.add(new Found(at, REJECTED, why.reason().code() + ": " + why.sentence() + words, -1));
    }

    private void accept(long at, Transaction transaction) {
        String id = transaction.transactionId();
        First first = id == null ? null : firsts.putIfAbsent(id, new First(at, transaction));
        if (first == null) {
            totals.add(transaction, Rule.ALL);
        } else {
            boolean same = first.transaction().agreesWith(transaction);
            found.add(new Found(at, same ? "duplicate" : "conflicting", id, first.at()));
        }
    }

    private void nameLines(LocalFile file) throws IOException {
        long[] lines = LineNumbers.of(file, found.stream().mapToLong(Found::at).toArray());
        for (int i = 0; i < lines.length; i++) {
            Found one = found.get(i);
            String why = one.why();
            if (one.firstAt() >= 0) {
                why += ", as in line " + LineNumbers.of(file, new long[] {one.firstAt()})[0];
            }
            findings.add(new Finding(lines[i], one.verdict(), why));
        }
    }

    public long read() {
        return read;
    }

    public long accepted() {
        return read - rejected - duplicates();
    }

    public long duplicates() {
        return found.size() - rejected;
    }

    public long rejected() {
        return rejected;
    }

    /** In the order of the file. */
    public List<Finding> findings() {
        return findings;
    }

    public CustomerTotals totals() {
        return totals;
    }
}
