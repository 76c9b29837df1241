package workshop.transactions.history;

import org.jspecify.annotations.Nullable;
import workshop.transactions.RecordVisitor;
import workshop.transactions.Verdict.Rejected;

/** Counts the records from a byte of a file on. */
final class RecordCount implements RecordVisitor {
    private final long from;
    private long records;

    /** @param from the offset of the first byte that counts (inclusive) */
    RecordCount(long from) {
        this.from = from;
    }

    long records() {
        return records;
    }

    @Override
    public void record(long at, byte @Nullable [] bytes, int start, int length) {
        count(at);
    }

    @Override
    public void broken(long at, Rejected why) {
        count(at);
    }

    private void count(long at) {
        if (at >= from) {
            records++;
        }
    }
}
