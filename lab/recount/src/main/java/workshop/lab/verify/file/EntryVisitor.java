package workshop.lab.verify.file;

import workshop.transactions.Reason;

/** Is shown what a history file holds, in its order. */
public interface EntryVisitor {
    /**
     * A line or an element, not yet checked.
     *
     * @param at the place of its first byte in the file (0-based)
     * @param record its bytes as they stand in the file
     */
    void record(long at, byte[] record);

    /** A place where the file itself is broken: one record that was read and rejected. */
    void broken(long at, Reason why);
}
