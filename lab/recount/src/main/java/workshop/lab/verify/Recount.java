package workshop.lab.verify;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import workshop.transactions.Contract;
import workshop.transactions.CustomerTotals;
import workshop.transactions.Rule;
import workshop.transactions.Transaction;
import workshop.transactions.Verdict.Accepted;

/**
 * Totals of the records it is shown, in the order that decides which of two records with one id counts: history files and
 * lines, then partitions and offsets.
 */
public final class Recount {
    /** What the batch layer answers for: the history and the published stretch of the log, duplicates removed. */
    private final CustomerTotals batch = new CustomerTotals();
    /** What the speed layer answers for: the rest of what is counted, duplicates still in. */
    private final CustomerTotals speed = new CustomerTotals();
    /** Both with all duplicates removed: what a batch over the same records would publish. */
    private final CustomerTotals nextBatch = new CustomerTotals();

    /** By which the speed layer counted something otherwise than the batch layer would. */
    private final Set<Rule> otherRules = EnumSet.noneOf(Rule.class);

    private final Set<String> batchIds = new HashSet<>();
    private final Set<String> allIds = new HashSet<>();
    private long records;
    private long rejected;
    private long duplicates;
    private long counted;
    private long countedByNextBatch;
    private long published;
    private long publishedRejected;

    private final Rule batchRule;

    /** @param batchRule by which the batch layer counts */
    public Recount(Rule batchRule) {
        this.batchRule = batchRule;
    }

    /** A record that the batch layer answers for. */
    public void addPublished(byte[] bytes, int from, int length) {
        long before = rejected;
        add(bytes, from, length, this::addPublished);
        published++;
        publishedRejected += rejected - before;
    }

    /** A record that the speed layer answers for, which counts by this rule. */
    public void addSpeed(byte[] bytes, int from, int length, Rule rule) {
        add(bytes, from, length, transaction -> {
            speed.add(transaction, rule);
            counted++;
            if (rule.counts(transaction) != batchRule.counts(transaction)) {
                otherRules.add(rule);
            }
        });
    }

    private void add(byte[] bytes, int from, int length, Consumer<Transaction> layer) {
        records++;
        if (!(Contract.check(bytes, from, length) instanceof Accepted accepted)) {
            rejected++;
            return;
        }
        Transaction transaction = accepted.transaction();
        boolean newToAll = transaction.id().map(allIds::add).orElse(true);
        if (newToAll) {
            nextBatch.add(transaction, batchRule);
            countedByNextBatch++;
        }
        layer.accept(transaction);
    }

    private void addPublished(Transaction transaction) {
        if (transaction.id().map(batchIds::add).orElse(true)) {
            batch.add(transaction, batchRule);
            counted++;
        } else {
            duplicates++;
        }
    }

    /** A place where a history file is broken: a record that was read and rejected. */
    void addBroken() {
        records++;
        rejected++;
        published++;
        publishedRejected++;
    }

    public CustomerTotals batch() {
        return batch;
    }

    public CustomerTotals speed() {
        return speed;
    }

    public CustomerTotals nextBatch() {
        return nextBatch;
    }

    public long records() {
        return records;
    }

    public long rejected() {
        return rejected;
    }

    /** Of the records those that the batch layer answers for. */
    public long published() {
        return published;
    }

    /** Of the rejected those that the batch layer answers for. */
    public long publishedRejected() {
        return publishedRejected;
    }

    /** Duplicates that are out of the totals already. */
    public long duplicates() {
        return duplicates;
    }

    /** Duplicates of which at least one was counted by the speed layer: still in the totals, until the next batch. */
    public long duplicatesToTakeOut() {
        return counted - countedByNextBatch;
    }

    /** The rules by which the speed layer counted what the next batch, by the batch layer's rule, will count otherwise. */
    public Set<Rule> otherRules() {
        return otherRules;
    }

    /** All customers that have a total on either side. */
    Set<String> customers() {
        Map<String, Object> customers = new HashMap<>(batch.asMap());
        customers.putAll(speed.asMap());
        return customers.keySet();
    }
}
