package workshop.lab.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import workshop.handoff.TopicLog;
import workshop.lab.verify.LogReader;
import workshop.settings.Settings;

/** The letters in the topic of the dead letters, by the place that each names. */
final class DeadLetter {
    private DeadLetter() {}

    /** Where a rejected record stands in the topic of the transactions. */
    record Origin(int partition, long offset) {
        static Origin of(Logged record) {
            return new Origin(record.partition(), record.offset());
        }
    }

    /** The reason's code of each; a record may have several letters, since they are sent at least once. */
    static Map<Origin, String> reasons(Settings settings) {
        Map<Origin, String> reasons = new HashMap<>();
        try (TopicLog log = new TopicLog(settings.kafka(), settings.deadLetterTopic());
                LogReader reader = new LogReader(settings, settings.deadLetterTopic())) {
            log.endOffsets()
                    .forEach((partition, end) ->
                            reader.readWithHeaders(partition, end, letter -> put(reasons, settings.topic(), letter)));
        }
        return reasons;
    }

    private static void put(Map<Origin, String> reasons, String topic, ConsumerRecord<byte[], byte[]> letter) {
        if (topic.equals(text(letter, "origin.topic"))) {
            try {
                reasons.put(
                        new Origin(
                                Integer.parseInt(text(letter, "origin.partition")),
                                Long.parseLong(text(letter, "origin.offset"))),
                        text(letter, "reason"));
            } catch (NumberFormatException notOurs) {
                // a letter that another program sent names no place
            }
        }
    }

    private static String text(ConsumerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }
}
