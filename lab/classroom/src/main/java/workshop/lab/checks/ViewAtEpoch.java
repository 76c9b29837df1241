package workshop.lab.checks;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import workshop.lab.checks.ComparisonFile.Line;
import workshop.lab.verify.Recount;
import workshop.lab.verify.file.EntryVisitor;
import workshop.lab.verify.file.RecountedFile;
import workshop.settings.Plural;
import workshop.transactions.Reason;
import workshop.transactions.Rule;
import workshop.transactions.Total;
import workshop.transactions.Transaction;

/**
 * What the merged view could say while one epoch was the published one: of each customer, the recount up to the epoch's cut,
 * and behind the cut the customer's first records, as many as the speed layer had counted. A customer's records share a
 * partition and are counted in their order, so the number of transactions tells which they were.
 */
final class ViewAtEpoch {
    private final Recount recount;
    private final Rule rule;
    private final Map<String, List<BigDecimal>> behindTheCut = new HashMap<>();

    private ViewAtEpoch(Rule rule) {
        this.rule = rule;
        this.recount = new Recount(rule);
    }

    static ViewAtEpoch of(Evidence evidence, int epoch) {
        ViewAtEpoch moment = new ViewAtEpoch(evidence.rule(epoch));
        evidence.history().forEach(file -> moment.addHistory(Path.of(file.path())));
        DeclaredCuts cuts = evidence.cuts();
        for (TopicRecord record : evidence.log()) {
            if (cuts.covers(epoch, record)) {
                moment.recount.addPublished(record.value(), 0, record.length());
            } else {
                moment.addBehind(record.transaction());
            }
        }
        return moment;
    }

    private void addHistory(Path file) {
        RecountedFile.read(file, new EntryVisitor() {
            @Override
            public void record(long at, byte[] record) {
                recount.addPublished(record, 0, record.length);
            }

            @Override
            public void broken(long at, Reason why) {
                // in no total
            }
        });
    }

    private void addBehind(Transaction transaction) {
        if (transaction != null && rule.counts(transaction)) {
            behindTheCut
                    .computeIfAbsent(transaction.customer(), customer -> new ArrayList<>())
                    .add(transaction.amount());
        }
    }

    /** Everybody who has a batch part. */
    Set<String> customers() {
        return recount.batch().asMap().keySet();
    }

    /** What is wrong with a line, as a part of a sentence; null if nothing is. */
    String flaw(Line line) {
        Total batch = recount.batch().of(line.customer());
        if (line.batch().compareTo(batch.amount()) != 0) {
            return "batch part " + line.batch().toPlainString() + " instead of " + batch.amount();
        }
        List<BigDecimal> behind = behindTheCut.getOrDefault(line.customer(), List.of());
        long counted = line.transactions() - batch.transactions();
        if (counted < 0 || counted > behind.size()) {
            return Plural.of(line.transactions(), "transaction") + " instead of " + batch.transactions() + " to "
                    + (batch.transactions() + behind.size());
        }
        BigDecimal speed = behind.stream().limit(counted).reduce(Total.ZERO.amount(), BigDecimal::add);
        return line.speed().compareTo(speed) == 0
                ? null
                : "speed part " + line.speed().toPlainString() + " instead of " + speed;
    }
}
