package workshop.handoff;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import workshop.settings.WorkshopException;

/**
 * Reads the committed records of a topic, a partition at a time. Offsets may have no record: the end of a transaction is
 * noted in the log by a marker, and records of an aborted one stay in it. A reader passes over both.
 */
public final class CommittedRecords implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Is shown the records in their order, until it has seen enough. */
    @FunctionalInterface
    public interface Visitor {
        /** Returns whether to go on. */
        boolean record(ConsumerRecord<byte[], byte[]> record);
    }

    private final String topic;
    private final Consumer<byte[], byte[]> consumer;

    public CommittedRecords(String servers, String topic) {
        this(servers, topic, 10_000);
    }

    /** @param perPoll how many records are fetched at once, at most */
    private CommittedRecords(String servers, String topic, int perPoll) {
        this.topic = topic;
        this.consumer = PlainConsumer.of(servers, perPoll);
    }

    /** For whoever wants a few records only. */
    public static CommittedRecords few(String servers, String topic) {
        return new CommittedRecords(servers, topic, 100);
    }

    /** The first offset that is still in the log (inclusive). */
    public long beginning(int partition) {
        TopicPartition log = new TopicPartition(topic, partition);
        return consumer.beginningOffsets(List.of(log), PATIENCE).get(log);
    }

    /**
     * Shows the records of a partition between two offsets.
     *
     * @param from inclusive; must still be in the log
     * @param end exclusive; not beyond the last stable offset
     * @throws WorkshopException where Kafka sends nothing more before the end
     */
    public void read(int partition, long from, long end, Visitor visitor) {
        TopicPartition log = new TopicPartition(topic, partition);
        consumer.assign(List.of(log));
        consumer.seek(log, from);
        for (long position = from; position < end; ) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE).records(log)) {
                if (record.offset() >= end || !visitor.record(record)) {
                    return;
                }
            }
            long before = position;
            position = consumer.position(log); // moves on without a record too, behind markers
            if (position == before) {
                throw WorkshopException.failed(
                        "The topic " + topic + " cannot be read: partition " + partition + " stops at offset "
                                + position + ", not at " + end + ".",
                        "Kafka sent nothing more for " + PATIENCE.toSeconds() + " seconds.",
                        "./workshop status");
            }
        }
    }

    /** How many records there are between two offsets, as for {@link #read}. */
    public long count(int partition, long from, long end) {
        long[] records = new long[1];
        read(partition, from, end, record -> {
            records[0]++;
            return true;
        });
        return records[0];
    }

    /** Whether there is a record between two offsets, as for {@link #read}. */
    public boolean any(int partition, long from, long end) {
        boolean[] found = new boolean[1];
        read(partition, from, end, record -> {
            found[0] = true;
            return false;
        });
        return found[0];
    }

    /**
     * The offset behind the last record before an end (exclusive); where there is no record, {@code from}. Looks from the
     * end on, twice as far back each time: as a rule the last record is the last offset.
     */
    public long endOfLast(int partition, long from, long end) {
        long[] behindLast = {from};
        long begin = end;
        for (long back = 1; begin > from && behindLast[0] == from; back *= 2) {
            long to = begin;
            begin = Math.max(from, end - back);
            read(partition, begin, to, record -> {
                behindLast[0] = record.offset() + 1;
                return true;
            });
        }
        return behindLast[0];
    }

    @Override
    public void close() {
        consumer.close();
    }
}
