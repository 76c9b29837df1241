package workshop.transactions;

import org.jspecify.annotations.Nullable;
import workshop.transactions.Verdict.Rejected;

/**
 * Is shown records, not yet checked, one after the other.
 *
 * <p>{@code at} orders and names them: of a single history file it is the offset of the record's first byte (0-based), of
 * the master dataset its {@link Place}.
 */
public interface RecordVisitor {
    /**
     * One record: a line of JSON Lines, an element of a JSON array, a value of the log.
     *
     * @param bytes holds the record at {@code from}, {@code length} bytes; valid only during the call; null is a record
     *     without a value
     */
    void record(long at, byte @Nullable [] bytes, int from, int length);

    /** A place where a file itself, not a record, is broken; counts as one record that was read and rejected. */
    void broken(long at, Rejected why);
}
