package workshop.handoff;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Asks the log whether offsets that did not arrive are there at all. Asked only where some did not arrive. */
public final class LogGap {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String servers;
    private final String topic;

    public LogGap(String servers, String topic) {
        this.servers = servers;
        this.topic = topic;
    }

    public String topic() {
        return topic;
    }

    /**
     * The first offset at or after {@code offset} at which the log has a record. Where the records from there on have
     * left the log, this is {@code offset} itself: they were there, and they are missing.
     */
    public long firstRecordFrom(int partition, long offset) {
        TopicPartition log = new TopicPartition(topic, partition);
        try (Consumer<byte[], byte[]> consumer = PlainConsumer.of(servers, 1)) {
            consumer.assign(List.of(log));
            if (consumer.beginningOffsets(List.of(log), PATIENCE).get(log) > offset) {
                return offset;
            }
            consumer.seek(log, offset);
            List<ConsumerRecord<byte[], byte[]>> records =
                    consumer.poll(PATIENCE).records(log);
            return records.isEmpty() ? offset : records.get(0).offset();
        }
    }

    /** How many records the log has between two offsets, both there: {@code from} inclusive, {@code to} exclusive. */
    public long records(int partition, long from, long to) {
        TopicPartition log = new TopicPartition(topic, partition);
        long records = 0;
        try (Consumer<byte[], byte[]> consumer = PlainConsumer.of(servers, 10_000)) {
            consumer.assign(List.of(log));
            consumer.seek(log, from);
            while (consumer.position(log) < to) {
                ConsumerRecords<byte[], byte[]> some = consumer.poll(PATIENCE);
                if (some.isEmpty()) {
                    return records;
                }
                for (ConsumerRecord<byte[], byte[]> record : some) {
                    records += record.offset() < to ? 1 : 0;
                }
            }
            return records;
        }
    }
}
