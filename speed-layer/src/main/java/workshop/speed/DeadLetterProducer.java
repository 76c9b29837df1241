package workshop.speed;

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
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import workshop.handoff.DeadLetterHeader;
import workshop.settings.Advice;
import workshop.settings.Command;
import workshop.settings.ExactDelivery;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/**
 * Sends rejected records, key and value as they were, to the topic of the dead letters, with the reason and the origin in
 * headers. Sent before the offset is committed, so at least once. A record that is too large for that topic is sent without
 * key and value, with their length in a header: it still stands at its origin.
 */
final class DeadLetterProducer {
    /** One producer a JVM and cluster: tasks come and go, connections stay. */
    private static final Map<String, Producer<byte[], byte[]>> PRODUCERS = new ConcurrentHashMap<>();
    /** Beyond what the topic takes: Kafka decides what is too large, after compression. */
    private static final int MAX_REQUEST_BYTES = 64 << 20;

    private final Settings settings;

    DeadLetterProducer(Settings settings) {
        this.settings = settings;
    }

    /** Returns when Kafka has acknowledged all of them. */
    void send(int partition, List<PendingRecord.Refused> refused) throws InterruptedException {
        if (refused.isEmpty()) {
            return;
        }
        Producer<byte[], byte[]> producer = PRODUCERS.computeIfAbsent(settings.kafka(), servers -> producer());
        List<Future<RecordMetadata>> acknowledged = new ArrayList<>(refused.size());
        for (PendingRecord.Refused record : refused) {
            acknowledged.add(producer.send(letter(partition, record, record.key(), record.value())));
        }
        producer.flush();
        for (int i = 0; i < refused.size(); i++) {
            if (!isSent(acknowledged.get(i))) {
                ProducerRecord<byte[], byte[]> letter = withoutContent(partition, refused.get(i));
                if (!isSent(producer.send(letter))) {
                    throw failure(new RecordTooLargeException("Its headers alone are too large."));
                }
            }
        }
    }

    /** Waits for the acknowledgement; false if the record was too large. */
    private boolean isSent(Future<RecordMetadata> acknowledged) throws InterruptedException {
        try {
            acknowledged.get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException) {
                return false;
            }
            throw failure(e.getCause());
        }
    }

    private WorkshopException failure(Throwable cause) {
        return WorkshopException.failed(
                "A rejected record could not be sent to " + settings.deadLetterTopic() + ".",
                WorkshopException.firstLine(cause),
                Advice.of(Command.STATUS, ", then ", Command.UP, " and ", Command.SPEED),
                cause);
    }

    private ProducerRecord<byte[], byte[]> withoutContent(int partition, PendingRecord.Refused record) {
        ProducerRecord<byte[], byte[]> letter = letter(partition, record, null, null);
        DeadLetterHeader.VALUE_OMITTED.addTo(letter.headers(), record.size() + " bytes, too large for this topic");
        return letter;
    }

    private ProducerRecord<byte[], byte[]> letter(
            int partition, PendingRecord.Refused record, byte[] key, byte[] value) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(settings.deadLetterTopic(), key, value);
        DeadLetterHeader.REASON.addTo(letter.headers(), record.why().reason().code());
        DeadLetterHeader.SENTENCE.addTo(letter.headers(), record.why().sentence());
        DeadLetterHeader.ORIGIN_TOPIC.addTo(letter.headers(), settings.topic());
        DeadLetterHeader.ORIGIN_PARTITION.addTo(letter.headers(), String.valueOf(partition));
        DeadLetterHeader.ORIGIN_OFFSET.addTo(letter.headers(), String.valueOf(record.offset()));
        return letter;
    }

    private Producer<byte[], byte[]> producer() {
        Map<String, Object> properties = ExactDelivery.properties(
                settings,
                Map.of(
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        20_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        40_000,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        MAX_REQUEST_BYTES,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        (long) MAX_REQUEST_BYTES));
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
