package workshop.producer.random;

import java.time.InstantSource;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import workshop.producer.RecordSource;

/** Random transactions, as many as the options say. Each carries the time at which it is asked for. */
public final class RandomSource implements RecordSource {
    private final RandomTransactions transactions;
    private final long count;
    private long passed;

    public RandomSource(RandomOptions options, InstantSource clock) {
        this.transactions = new RandomTransactions(options, clock);
        this.count = options.count();
    }

    @Override
    public OptionalLong expected() {
        return OptionalLong.of(count);
    }

    @Override
    public boolean hasNext() {
        return passed < count;
    }

    @Override
    public byte[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all " + count + " records were taken");
        }
        passed++;
        return transactions.next();
    }

    @Override
    public void close() {}
}
