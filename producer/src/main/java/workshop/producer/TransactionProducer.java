package workshop.producer;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import workshop.producer.progress.ProduceReport;
import workshop.producer.progress.SendProgress;
import workshop.settings.ExactDelivery;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/**
 * Sends records to the topic of the transactions, each exactly once per call and in order: idempotent, acknowledged by
 * all replicas, keyed by customer, so that the records of a customer share a partition. Memory is bounded: what is not
 * yet acknowledged holds at most 32 MiB, then sending waits.
 */
public final class TransactionProducer implements AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private static final int REQUEST_TIMEOUT_MILLIS = 5_000;
    private static final int BLOCK_TIMEOUT_MILLIS = 60_000;
    /** Longer than a restart of Kafka takes: it delays the stream and does not end it. */
    private static final int DELIVERY_TIMEOUT_MILLIS = 60_000;

    private final KafkaProducer<byte[], byte[]> kafka;
    private final Records records;

    private TransactionProducer(KafkaProducer<byte[], byte[]> kafka, Records records) {
        this.kafka = kafka;
        this.records = records;
    }

    /** @throws WorkshopException if Kafka does not answer within ten seconds, or has no such topic */
    public static TransactionProducer connect(Settings settings) {
        int partitions = Broker.partitions(settings);
        return new TransactionProducer(
                new KafkaProducer<>(properties(settings), new ByteArraySerializer(), new ByteArraySerializer()),
                new Records(settings.topic(), partitions));
    }

    /**
     * Sends all records of the source, and returns when each has its answer. Ctrl-C ends it early: what was sent is
     * flushed, and {@link SendProgress#end} says how much was acknowledged. The thread's interruption ends it early too. After
     * an early end this producer is closed.
     *
     * @throws WorkshopException if a record is not acknowledged within 10 seconds, or is too large; what was acknowledged
     *     until then stays in Kafka
     */
    public ProduceReport send(RecordSource source, RateLimit rate, SendProgress progress) {
        return new Sending(kafka, records, source, rate, progress).run();
    }

    @Override
    public void close() {
        kafka.close(CLOSE_TIMEOUT);
    }

    static Map<String, Object> properties(Settings settings) {
        return ExactDelivery.properties(
                settings,
                Map.of(
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "producer",
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        1 << 17,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        1L << 25,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        REQUEST_TIMEOUT_MILLIS,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        BLOCK_TIMEOUT_MILLIS,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        DELIVERY_TIMEOUT_MILLIS,
                        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        2_000));
    }
}
