package workshop.batch.view;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import workshop.handoff.Epochs;
import workshop.transactions.Contract;
import workshop.transactions.CustomerTotals;
import workshop.transactions.Place;
import workshop.transactions.RecordVisitor;
import workshop.transactions.Rule;
import workshop.transactions.Transaction;
import workshop.transactions.Verdict;
import workshop.transactions.Verdict.Accepted;
import workshop.transactions.Verdict.Rejected;

/**
 * What one task makes of its split of the master dataset, in one pass over the bytes: totals of all accepted records
 * (duplicates still in), the rejected ones, and the hash and place of each id for {@link Duplicates} to compare.
 */
public final class PartialAggregate implements RecordVisitor, Serializable {
    private static final long serialVersionUID = 1;
    static final int NO_FILE = -1;

    private final CustomerTotals totals = new CustomerTotals();
    private final ArrayList<Rejection> rejections = new ArrayList<>();
    private final IdHashes[] ids;
    private final Epochs epochs;
    private final Rule rule;
    private final long[] readByEpoch;
    private int file = NO_FILE;
    private long read;

    private PartialAggregate(int buckets, Epochs epochs, Rule rule) {
        this.rule = rule;
        this.epochs = epochs;
        readByEpoch = new long[epochs.open() + 1];
        ids = new IdHashes[buckets];
        for (int bucket = 0; bucket < buckets; bucket++) {
            ids[bucket] = new IdHashes();
        }
    }

    static PartialAggregate of(InputSplit source, int buckets, Epochs epochs, Rule rule) throws IOException {
        PartialAggregate aggregate = new PartialAggregate(buckets, epochs, rule);
        source.forEach(aggregate);
        return aggregate;
    }

    @Override
    public void record(long place, byte[] bytes, int from, int length) {
        read++;
        if (Place.isInLog(place)) {
            readByEpoch[epochs.epochOf(Place.index(place), Place.offset(place))]++;
        } else {
            file = Place.index(place);
        }
        // region aggregate
        Verdict verdict = Contract.check(bytes, from, length);
        if (verdict instanceof Accepted accepted) {
            accept(place, accepted.transaction());
        } else {
            rejections.add(Rejection.of(place, (Rejected) verdict, bytes, from, length));
        }
        // endregion
    }

    private void accept(long place, Transaction transaction) {
        totals.add(transaction, rule);
        String id = transaction.transactionId();
        if (id != null) {
            long hash = IdHashes.hash(id);
            ids[IdHashes.bucket(hash, ids.length)].add(hash, place);
        }
    }

    @Override
    public void broken(long place, Rejected why) {
        read++;
        file = Place.isInLog(place) ? NO_FILE : Place.index(place);
        rejections.add(new Rejection(place, why, ""));
    }

    /** All records of the piece. */
    long read() {
        return read;
    }

    /** Of these, the records of the log, by epoch. */
    long[] readByEpoch() {
        return readByEpoch;
    }

    /** The history file that the piece is of, or {@link #NO_FILE} if it is of the log or has no records. */
    int file() {
        return file;
    }

    CustomerTotals totals() {
        return totals;
    }

    List<Rejection> rejections() {
        return Collections.unmodifiableList(rejections);
    }

    IdHashes ids(int bucket) {
        return ids[bucket];
    }

    int buckets() {
        return ids.length;
    }
}
