package workshop.speed;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import workshop.transactions.Transaction;
import workshop.transactions.Verdict.Rejected;

/** A record that was read and is not committed yet. */
sealed interface PendingRecord {
    /** Its offset in the partition. */
    long offset();

    /** @param time when it happened, or, if the sender did not say, when it was sent */
    record Accepted(long offset, Transaction transaction, Instant time) implements PendingRecord {
        public Accepted {
            requireNonNull(transaction, "transaction is null");
            requireNonNull(time, "time is null");
        }
    }

    /**
     * @param key as it stands in the log; null if the log has none
     * @param value as it stands in the log; null if the log has none
     */
    record Refused(long offset, Rejected why, byte[] key, byte[] value) implements PendingRecord {
        public Refused {
            requireNonNull(why, "why is null");
        }

        /** Of key and value, in bytes. */
        int size() {
            return (key == null ? 0 : key.length) + (value == null ? 0 : value.length);
        }
    }
}
