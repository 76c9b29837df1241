package workshop.kappa;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import workshop.settings.Advice;
import workshop.settings.Command;
import workshop.settings.ExactDelivery;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;
import workshop.transactions.RecordVisitor;
import workshop.transactions.Verdict.Rejected;
import workshop.transactions.history.HistoryKey;

/** Sends the records of a file to the partitions in turn, except those that are in the log already. */
final class HistorySender implements RecordVisitor, AutoCloseable {
    private final String path;
    private final String topic;
    private final int partitions;
    private final long from;
    private final LoadedRecords there;
    private final LongConsumer progress;
    private final Producer<byte[], byte[]> producer;
    private volatile Exception failure;
    private long records;
    private long sent;

    /**
     * @param records of the file from that byte on
     * @param sent of these, by this load
     */
    record Sent(long records, long sent) {}

    /**
     * @param from the first byte of the file whose records are sent (inclusive)
     * @param there what need not be sent again
     */
    HistorySender(
            Settings settings, String path, int partitions, long from, LoadedRecords there, LongConsumer progress) {
        this.path = path;
        this.topic = settings.historyTopic();
        this.partitions = partitions;
        this.from = from;
        this.there = there;
        this.progress = progress;
        this.producer = new KafkaProducer<>(
                ExactDelivery.properties(
                        settings,
                        Map.of(
                                ProducerConfig.LINGER_MS_CONFIG,
                                20,
                                ProducerConfig.BATCH_SIZE_CONFIG,
                                256 << 10,
                                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                                17 << 20,
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                                60_000,
                                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                                60_000)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @Override
    public void record(long at, byte[] bytes, int from, int length) {
        send(new HistoryKey(at, path, null), bytes == null ? null : Arrays.copyOfRange(bytes, from, from + length));
    }

    @Override
    public void broken(long at, Rejected why) {
        send(new HistoryKey(at, path, why), null);
    }

    private void send(HistoryKey key, byte[] value) {
        if (key.at() < from) {
            return;
        }
        int partition = (int) (records++ % partitions);
        if (there.has(key.at())) {
            return;
        }
        requireNoFailure();
        producer.send(new ProducerRecord<>(topic, partition, key.bytes(), value), (metadata, error) -> {
            if (error != null && failure == null) {
                failure = error;
            }
        });
        progress.accept(++sent);
    }

    /** Waits until Kafka has acknowledged all of them. */
    Sent finish() {
        producer.flush();
        requireNoFailure();
        return new Sent(records, sent);
    }

    private void requireNoFailure() {
        if (failure != null) {
            throw WorkshopException.failed(
                    "The load of " + path + " broke off: Kafka did not take a record.",
                    WorkshopException.firstLine(failure),
                    Advice.of(Command.STATUS, ", then the same again, which sends what is missing"),
                    failure);
        }
    }

    /** After a failure, what waits is not sent any more. */
    @Override
    public void close() {
        producer.close(failure == null ? Duration.ofMinutes(1) : Duration.ZERO);
    }
}
