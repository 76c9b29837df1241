package workshop.speed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/**
 * Sends rejected records, key and value as they were, to the topic of the dead letters, with the reason and the origin in
 * headers. Sent before the offset is committed, so at least once.
 */
final class DeadLetters {
    /** One producer a JVM and cluster: tasks come and go, connections stay. */
    private static final Map<String, Producer<byte[], byte[]>> PRODUCERS = new ConcurrentHashMap<>();

    private final Settings settings;

    DeadLetters(Settings settings) {
        this.settings = settings;
    }

    /** Returns when Kafka has acknowledged all of them. */
    void send(int partition, List<Pending.Refused> refused) throws InterruptedException {
        if (refused.isEmpty()) {
            return;
        }
        Producer<byte[], byte[]> producer = PRODUCERS.computeIfAbsent(settings.kafka(), DeadLetters::producer);
        List<Future<RecordMetadata>> acknowledged = new ArrayList<>(refused.size());
        for (Pending.Refused record : refused) {
            acknowledged.add(producer.send(letter(partition, record)));
        }
        producer.flush();
        for (Future<RecordMetadata> one : acknowledged) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw WorkshopException.failed(
                        "A rejected record could not be sent to " + settings.deadLetterTopic() + ".",
                        String.valueOf(e.getCause().getMessage()),
                        "./workshop status, then ./workshop up and ./workshop speed",
                        e);
            }
        }
    }

    private ProducerRecord<byte[], byte[]> letter(int partition, Pending.Refused record) {
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(settings.deadLetterTopic(), record.key(), record.value());
        header(letter, "reason", record.why().reason().code());
        header(letter, "sentence", record.why().sentence());
        header(letter, "origin.topic", settings.topic());
        header(letter, "origin.partition", String.valueOf(partition));
        header(letter, "origin.offset", String.valueOf(record.offset()));
        return letter;
    }

    private static void header(ProducerRecord<byte[], byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static Producer<byte[], byte[]> producer(String servers) {
        Map<String, Object> properties = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                20_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                40_000);
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
