package workshop.transactions.history;

import workshop.transactions.Verdict.Rejected;

/** Is shown the records of a history file, in the order of the file. */
public interface HistoryVisitor {
    /**
     * One record, not yet checked: a line of JSON Lines, or an element of a JSON array.
     *
     * @param offset of its first byte in the file, 0-based: what orders and names the records of a file
     * @param bytes holds the record at {@code from}, {@code length} bytes; valid only during the call
     */
    void record(long offset, byte[] bytes, int from, int length);

    /** A place where the file itself, not a record, is broken; counts as one record that was read and rejected. */
    void broken(long offset, Rejected why);
}
