package workshop.lab.verify;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import workshop.handoff.PlainConsumer;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/** Reads partitions of the log with a plain consumer. */
public final class LogReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Is shown a record: key and value are null where it has none. */
    public interface Visitor {
        void record(long offset, byte[] key, byte[] value);
    }

    private final String topic;
    private final Consumer<byte[], byte[]> consumer;

    public LogReader(Settings settings) {
        this(settings, settings.topic());
    }

    public LogReader(Settings settings, String topic) {
        this.topic = topic;
        consumer = PlainConsumer.of(settings.kafka(), 10_000);
    }

    /**
     * Shows the records of a partition from its first to {@code end} (exclusive), in order.
     *
     * @throws WorkshopException where the log no longer begins at offset 0
     */
    public void read(int partition, long end, Visitor visitor) {
        TopicPartition log = new TopicPartition(topic, partition);
        consumer.assign(List.of(log));
        long beginning = consumer.beginningOffsets(List.of(log), PATIENCE).get(log);
        if (beginning > 0 && end > 0) {
            throw WorkshopException.failed(
                    "The log cannot be recounted: partition " + partition + " begins at offset " + beginning + ".",
                    "Its first records have left the log (retention), so only the lake still has them.",
                    "./workshop query, for totals that cannot be checked against the log any more");
        }
        consumer.seek(log, 0);
        while (consumer.position(log) < end) {
            List<ConsumerRecord<byte[], byte[]>> records =
                    consumer.poll(PATIENCE).records(log);
            if (records.isEmpty() && consumer.position(log) < end) {
                throw WorkshopException.failed(
                        "The log cannot be recounted: partition " + partition + " stops at offset "
                                + consumer.position(log) + ", not at " + end + ".",
                        "Kafka sent nothing more for " + PATIENCE.toSeconds() + " seconds.",
                        "./workshop status");
            }
            for (ConsumerRecord<byte[], byte[]> record : records) {
                if (record.offset() < end) {
                    visitor.record(record.offset(), record.key(), record.value());
                }
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
