package workshop.lab.checks;

import java.nio.ByteBuffer;
import workshop.transactions.Contract;
import workshop.transactions.RecordPlace;
import workshop.transactions.Transaction;
import workshop.transactions.Verdict;
import workshop.transactions.Verdict.Accepted;

/**
 * A record of the topic.
 *
 * @param value null if it has none
 */
record TopicRecord(int partition, long offset, byte[] value) {
    RecordPlace place() {
        return RecordPlace.inLog(partition, offset);
    }

    int length() {
        return value == null ? 0 : value.length;
    }

    /** What stands in it, as a key of a map. */
    ByteBuffer content() {
        return ByteBuffer.wrap(value == null ? new byte[0] : value);
    }

    Verdict verdict() {
        return Contract.check(value);
    }

    /** Null if the contract rejects it. */
    Transaction transaction() {
        return verdict() instanceof Accepted accepted ? accepted.transaction() : null;
    }
}
