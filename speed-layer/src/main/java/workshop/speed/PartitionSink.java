package workshop.speed;

import java.util.List;
import workshop.handoff.Connections;
import workshop.handoff.LogGap;
import workshop.handoff.RecordMark;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.transactions.Rule;

/** Where the records of one Kafka partition go: the rejected ones to the dead letters, then all of them into the sink. */
final class PartitionSink {
    private final Settings settings;
    private final int partition;
    private final IdempotentSink sink;
    private final DeadLetterProducer deadLetters;

    PartitionSink(Settings settings, String topicId, Rule rule, int partition) {
        this.settings = settings;
        this.partition = partition;
        this.sink = new IdempotentSink(topicId, rule, partition, new LogGap(settings.kafka(), settings.topic()));
        this.deadLetters = new DeadLetterProducer(settings);
    }

    /**
     * Counts these records.
     *
     * @param records in order, not empty
     * @param last the mark of the last of them
     * @throws RuntimeException if nothing of them is counted
     */
    void commit(List<PendingRecord> records, RecordMark last) {
        try {
            deadLetters.send(partition, refused(records));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending dead letters", e);
        }
        // Trying again is safe: what was committed is recognised by its offset.
        Connections.withRetry(settings, Role.SPEED_LAYER, connection -> {
            sink.commit(connection, records, last);
            return null;
        });
    }

    private static List<PendingRecord.Refused> refused(List<PendingRecord> records) {
        return records.stream()
                .filter(PendingRecord.Refused.class::isInstance)
                .map(PendingRecord.Refused.class::cast)
                .toList();
    }
}
