package workshop.kappa;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/** How far a file has come into the log: the log itself is the memory of a load that died. */
final class LastKeys {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private LastKeys() {}

    /**
     * Of each partition the byte at which the last record of the file stands there; -1 where none does.
     *
     * @param begins where the file begins in each partition (inclusive)
     */
    static long[] of(Settings settings, String path, long[] begins) {
        Map<String, Object> properties = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.kafka(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        long[] last = new long[begins.length];
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (int partition = 0; partition < begins.length; partition++) {
                TopicPartition log = new TopicPartition(settings.historyTopic(), partition);
                long end = consumer.endOffsets(List.of(log), PATIENCE).get(log);
                last[partition] = end <= begins[partition] ? -1 : last(consumer, log, end, path);
            }
        }
        return last;
    }

    private static long last(Consumer<byte[], byte[]> consumer, TopicPartition log, long end, String path) {
        consumer.assign(List.of(log));
        consumer.seek(log, end - 1);
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE).records(log)) {
            HistoryKey key = HistoryKey.of(record.key());
            if (key.path().equals(path)) {
                return key.at();
            }
        }
        throw WorkshopException.failed(
                "The topic " + log.topic() + " does not end with a record of " + path + ".",
                "Something else has written to it, or Kafka was restored from a copy.",
                "./workshop reset, to begin anew");
    }
}
