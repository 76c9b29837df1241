package workshop.kappa;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import workshop.transactions.CustomerTotals;
import workshop.transactions.Rule;
import workshop.transactions.Transaction;

/** What a micro-batch changes: each task adds up its part, the driver adds up the parts and commits them. */
final class MicroBatchAggregate implements Serializable {
    private static final long serialVersionUID = 1;

    /** A partition of a topic. */
    record Partition(String topic, int number) implements Serializable {}

    /** A record that is listed by its place. */
    record Rejected(Partition partition, long offset, String file, Long at, String code, String sentence)
            implements Serializable {}

    /** A transaction that was counted without knowing whether it is a duplicate. */
    record Unchecked(Partition partition, long offset, Transaction transaction) implements Serializable {}

    private final Rule rule;
    private final CustomerTotals totals = new CustomerTotals();
    private final Map<Partition, OffsetRange> spans = new HashMap<>();
    private final ArrayList<Rejected> rejected = new ArrayList<>();
    private final ArrayList<Unchecked> unchecked = new ArrayList<>();
    private long read;
    private long accepted;
    private long duplicates;
    private long conflicting;
    private long forgotten;

    private MicroBatchAggregate(Rule rule) {
        this.rule = rule;
    }

    /** @param outcomes as {@link RecordOutcome} describes them */
    static MicroBatchAggregate of(Iterator<Row> outcomes, Rule rule) {
        MicroBatchAggregate aggregate = new MicroBatchAggregate(rule);
        outcomes.forEachRemaining(aggregate::add);
        return aggregate;
    }

    static MicroBatchAggregate sum(List<MicroBatchAggregate> parts, Rule rule) {
        MicroBatchAggregate sum = new MicroBatchAggregate(rule);
        parts.forEach(sum::addAll);
        return sum;
    }

    private void add(Row outcome) {
        RecordOutcome.Kind kind = RecordOutcome.kind(outcome);
        if (kind == RecordOutcome.Kind.FORGOTTEN) {
            forgotten++;
            return;
        }
        read++;
        Partition partition = new Partition(outcome.getAs("topic"), outcome.getAs("partition"));
        long offset = outcome.getAs("offset");
        spans.merge(partition, OffsetRange.of(offset), OffsetRange::plus);
        switch (kind) {
            case COUNTED -> {
                totals.add(transaction(outcome, "customer", "amount"), rule);
                accepted++;
            }
            case COUNTED_UNCHECKED -> {
                Transaction transaction = transaction(outcome, "customer", "amount");
                totals.add(transaction, rule);
                accepted++;
                unchecked.add(new Unchecked(partition, offset, transaction));
            }
            case DUPLICATE -> addDuplicate(outcome);
            case REPLACES -> {
                totals.remove(transaction(outcome, "old_customer", "old_amount"), rule);
                totals.add(transaction(outcome, "customer", "amount"), rule);
                addDuplicate(outcome);
            }
            default ->
                rejected.add(new Rejected(
                        partition,
                        offset,
                        outcome.getAs("file"),
                        outcome.getAs("at"),
                        outcome.getAs("code"),
                        outcome.getAs("sentence")));
        }
    }

    private void addDuplicate(Row outcome) {
        duplicates++;
        conflicting += outcome.<Boolean>getAs("conflicting") ? 1 : 0;
    }

    private static Transaction transaction(Row outcome, String customer, String amount) {
        return new Transaction(outcome.getAs(customer), outcome.<BigDecimal>getAs(amount), outcome.getAs("id"), null);
    }

    private void addAll(MicroBatchAggregate other) {
        totals.addAll(other.totals);
        other.spans.forEach((partition, span) -> spans.merge(partition, span, OffsetRange::plus));
        rejected.addAll(other.rejected);
        unchecked.addAll(other.unchecked);
        read += other.read;
        accepted += other.accepted;
        duplicates += other.duplicates;
        conflicting += other.conflicting;
        forgotten += other.forgotten;
    }

    CustomerTotals totals() {
        return totals;
    }

    Map<Partition, OffsetRange> spans() {
        return spans;
    }

    List<Rejected> rejected() {
        return rejected;
    }

    List<Unchecked> unchecked() {
        return unchecked;
    }

    long read() {
        return read;
    }

    long accepted() {
        return accepted;
    }

    long duplicates() {
        return duplicates;
    }

    long conflicting() {
        return conflicting;
    }

    long forgotten() {
        return forgotten;
    }
}
