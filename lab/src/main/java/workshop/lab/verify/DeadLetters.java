package workshop.lab.verify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import workshop.handoff.PlainConsumer;
import workshop.handoff.TopicLog;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/** Reads the topic of the dead letters. */
public final class DeadLetters {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private DeadLetters() {}

    /** All that are there now, by where they came from, each once: a letter is sent at least once. */
    public static List<DeadLetter> read(Settings settings) {
        Map<DeadLetter.Origin, DeadLetter> letters = new TreeMap<>();
        try (TopicLog log = new TopicLog(settings.kafka(), settings.deadLetterTopic());
                Consumer<byte[], byte[]> consumer = PlainConsumer.of(settings.kafka(), 1_000)) {
            Map<Integer, Long> begins = log.beginningOffsets();
            log.endOffsets()
                    .forEach((partition, end) -> read(
                            consumer,
                            new TopicPartition(settings.deadLetterTopic(), partition),
                            begins.get(partition),
                            end,
                            letters));
        }
        return new ArrayList<>(letters.values());
    }

    /** @param from inclusive; @param end exclusive */
    private static void read(
            Consumer<byte[], byte[]> consumer,
            TopicPartition partition,
            long from,
            long end,
            Map<DeadLetter.Origin, DeadLetter> letters) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        while (consumer.position(partition) < end) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(PATIENCE);
            if (records.isEmpty() && consumer.position(partition) < end) {
                throw WorkshopException.failed(
                        "The dead letters cannot be read.",
                        "Kafka sent nothing more of " + partition + " for " + PATIENCE.toSeconds() + " seconds.",
                        "./workshop status");
            }
            records.forEach(
                    record -> DeadLetter.of(record).ifPresent(letter -> letters.putIfAbsent(letter.origin(), letter)));
        }
    }
}
