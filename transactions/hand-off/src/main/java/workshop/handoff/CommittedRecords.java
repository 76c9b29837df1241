package workshop.handoff;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import workshop.settings.Command;
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
        this(topic, PlainConsumer.of(servers));
    }

    private CommittedRecords(String topic, Consumer<byte[], byte[]> consumer) {
        this.topic = topic;
        this.consumer = consumer;
    }

    /** For whoever wants a few records only, that are there. */
    public static CommittedRecords few(String servers, String topic) {
        return new CommittedRecords(topic, PlainConsumer.ofFew(servers));
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
     * @throws WorkshopException if Kafka sends nothing more before the end
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
                throw stopped(partition, position, end);
            }
        }
    }

    private WorkshopException stopped(int partition, long position, long end) {
        return WorkshopException.failed(
                "The topic " + topic + " cannot be read: partition " + partition + " stops at offset " + position
                        + ", not at " + end + ".",
                "Kafka sent nothing more for " + PATIENCE.toSeconds() + " seconds.",
                Command.STATUS);
    }

    /**
     * The records at these offsets, of all partitions at once.
     *
     * @param offsets by partition (inclusive); must still be in the log, before the last stable offset
     * @return by partition; none if there is no record at that offset
     */
    public Map<Integer, ConsumerRecord<byte[], byte[]>> at(Map<Integer, Long> offsets) {
        Map<TopicPartition, Long> open = new HashMap<>();
        offsets.forEach((partition, offset) -> open.put(new TopicPartition(topic, partition), offset));
        Map<Integer, ConsumerRecord<byte[], byte[]>> found = new TreeMap<>();
        consumer.assign(open.keySet());
        open.forEach(consumer::seek);
        while (!open.isEmpty()) {
            consumer.poll(PATIENCE).forEach(record -> {
                if (record.offset() == offsets.get(record.partition())) {
                    found.put(record.partition(), record);
                }
            });
            Set<TopicPartition> passed = open.keySet().stream()
                    .filter(log -> consumer.position(log) > open.get(log))
                    .collect(Collectors.toSet());
            if (passed.isEmpty()) {
                TopicPartition log = open.keySet().iterator().next();
                throw stopped(log.partition(), open.get(log), open.get(log) + 1);
            }
            consumer.pause(passed); // nobody wants what follows
            open.keySet().removeAll(passed);
        }
        consumer.unsubscribe(); // or a partition would stay paused
        return found;
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

    /** The offset behind the last record between two offsets, as for {@link #last}; if there is no record, {@code from}. */
    public long endOfLast(int partition, long from, long end) {
        return last(partition, from, end).map(record -> record.offset() + 1).orElse(from);
    }

    /**
     * The last record between two offsets, as for {@link #read}. Looks from the end on, twice as far back each time: as a
     * rule the last record is the last offset.
     */
    public Optional<ConsumerRecord<byte[], byte[]>> last(int partition, long from, long end) {
        AtomicReference<ConsumerRecord<byte[], byte[]>> last = new AtomicReference<>();
        long begin = end;
        for (long back = 1; begin > from && last.get() == null; back *= 2) {
            long to = begin;
            begin = Math.max(from, end - back);
            read(partition, begin, to, record -> {
                last.set(record);
                return true;
            });
        }
        return Optional.ofNullable(last.get());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
