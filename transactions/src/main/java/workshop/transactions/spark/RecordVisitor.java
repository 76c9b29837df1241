package workshop.transactions.spark;

import workshop.transactions.Verdict.Rejected;

/** Is shown the records of the master dataset, one after the other. */
public interface RecordVisitor {
    /**
     * A record, not yet checked.
     *
     * @param place see {@link workshop.transactions.Place}
     * @param bytes holds the record from {@code from} on, {@code length} bytes, valid only during the call; null is a
     *     record without a value
     */
    void record(long place, byte[] bytes, int from, int length);

    /** A place where the file itself, not a record, is broken; counts as read and rejected. */
    void broken(long place, Rejected why);
}
