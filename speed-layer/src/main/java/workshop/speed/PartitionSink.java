package workshop.speed;

import java.util.List;
import workshop.handoff.Connections;
import workshop.handoff.LogGap;
import workshop.handoff.RecordMark;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.transactions.Rule;

/** Where the records of one Kafka partition go: the rejected ones to the dead letters, then all of them into the ledger. */
final class PartitionSink {
    private final Settings settings;
    private final int partition;
    private final Ledger ledger;
    private final DeadLetters deadLetters;

    PartitionSink(Settings settings, String topicId, Rule rule, int partition) {
        this.settings = settings;
        this.partition = partition;
        this.ledger = new Ledger(topicId, rule, partition, new LogGap(settings.kafka(), settings.topic()));
        this.deadLetters = new DeadLetters(settings);
    }

    /**
     * Counts these records.
     *
     * @param records in order, not empty
     * @param last the mark of the last of them
     * @throws RuntimeException where nothing of them is counted
     */
    void commit(List<Pending> records, RecordMark last) {
        try {
            deadLetters.send(partition, refused(records));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending dead letters", e);
        }
        // Trying again is safe: what was committed is recognised by its offset.
        Connections.withRetry(settings, Role.SPEED_LAYER, connection -> {
            ledger.commit(connection, records, last);
            return null;
        });
    }

    private static List<Pending.Refused> refused(List<Pending> records) {
        return records.stream()
                .filter(Pending.Refused.class::isInstance)
                .map(Pending.Refused.class::cast)
                .toList();
    }
}
