package workshop.lab.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import workshop.handoff.CommittedRecords;
import workshop.handoff.TopicLog;
import workshop.settings.Settings;
import workshop.transactions.RecordPlace;

/** Reads the topic of the dead letters. */
public final class DeadLetterReader {
    private DeadLetterReader() {}

    /** All that are there now, by where they came from, each once: a letter is sent at least once. */
    public static List<DeadLetter> read(Settings settings) {
        Map<RecordPlace, DeadLetter> letters = new TreeMap<>();
        try (TopicLog log = new TopicLog(settings.kafka(), settings.deadLetterTopic());
                CommittedRecords records = new CommittedRecords(settings.kafka(), settings.deadLetterTopic())) {
            Map<Integer, Long> begins = log.beginningOffsets();
            log.endOffsets()
                    .forEach((partition, end) -> records.read(partition, begins.get(partition), end, record -> {
                        DeadLetter.of(record).ifPresent(letter -> letters.putIfAbsent(letter.origin(), letter));
                        return true;
                    }));
        }
        return new ArrayList<>(letters.values());
    }
}
