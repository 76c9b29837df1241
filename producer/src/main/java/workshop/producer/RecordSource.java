package workshop.producer;

import java.util.Iterator;
import java.util.OptionalLong;

/**
 * The records to send, one after the other, each as the bytes that Kafka gets. Reads ahead no further than a buffer,
 * so that its memory does not grow with its size. Not thread safe.
 */
public interface RecordSource extends Iterator<byte[]>, AutoCloseable {
    /** How many records will come in all, if that is known. */
    OptionalLong expected();

    /** The first bytes of what was read so far, to see what it looks like; empty if it is made, not read. */
    default byte[] start() {
        return new byte[0];
    }

    @Override
    void close();

    /** The next {@code count} records of this source; what is behind them stays in it. Closing it closes nothing. */
    default RecordSource first(long count) {
        return new FirstRecords(this, count);
    }
}
