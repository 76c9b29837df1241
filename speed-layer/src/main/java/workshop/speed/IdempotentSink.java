package workshop.speed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import workshop.handoff.Epochs;
import workshop.handoff.HandOff;
import workshop.handoff.HandOffLock;
import workshop.handoff.LogGap;
import workshop.handoff.RecordMark;
import workshop.handoff.Sql;
import workshop.handoff.TopicIdentity;
import workshop.settings.Advice;
import workshop.settings.Command;
import workshop.settings.WorkshopException;
import workshop.transactions.Rule;

/**
 * The exact sink of one Kafka partition: commits totals and the offset to go on from in one PostgreSQL transaction.
 *
 * <p>Whatever Spark sends again (a replayed batch, a retried task, a second copy of the job) is recognised by its offset
 * and dropped. Whatever Spark leaves out is refused: a number that lacks a record is wrong.
 */
final class IdempotentSink {
    private static final String START_PARTITION = Sql.load(IdempotentSink.class, "start-partition.sql");
    private static final String LOCK_PROGRESS = Sql.load(IdempotentSink.class, "lock-progress.sql");
    private static final String BEGIN_RULE = Sql.load(IdempotentSink.class, "begin-rule.sql");
    private static final String MOVE_PROGRESS = Sql.load(IdempotentSink.class, "move-progress.sql");

    private final String topicId;
    private final Rule rule;
    private final int partition;
    private final LogGap gap;
    private Epochs epochs = new Epochs(List.of());

    IdempotentSink(String topicId, Rule rule, int partition, LogGap gap) {
        this.topicId = topicId;
        this.rule = rule;
        this.partition = partition;
        this.gap = gap;
    }

    /**
     * Adds what is new of these records to the totals.
     *
     * @param connection that does not commit on its own; what is not committed here is rolled back when it is closed
     * @param records of this partition, in order, not empty
     * @param last the mark of the last of them
     */
    void commit(Connection connection, List<PendingRecord> records, RecordMark last) throws SQLException {
        int published = shareHandOff(connection);
        long cut = epochs.endOffset(published, partition);
        // region commit
        Locked progress = lockProgress(connection, cut);
        long next = progress.next();
        requireNoGap(Math.max(next, cut), records.get(0).offset());
        long end = last.offset() + 1;
        if (end <= next) {
            return;
        }
        List<PendingRecord> fresh =
                records.stream().filter(r -> r.offset() >= next).toList();
        List<PendingRecord.Accepted> accepted = fresh.stream()
                .filter(PendingRecord.Accepted.class::isInstance)
                .map(PendingRecord.Accepted.class::cast)
                .toList();
        noteRule(connection, progress.rule(), next);
        SpeedTotals.of(accepted, rule, partition, epochs, published).addTo(connection);
        moveProgress(connection, last, accepted.size(), fresh.size() - accepted.size());
        connection.commit();
        // endregion
    }

    /** From here to the commit no cut is declared and no epoch published. Returns the published epoch. */
    private int shareHandOff(Connection connection) throws SQLException {
        HandOffLock.shared(connection);
        HandOff handOff = HandOff.read(connection);
        TopicIdentity.require(gap.topic(), topicId, handOff);
        if (handOff.openEpoch() != epochs.open()) {
            epochs = Epochs.load(connection);
        }
        return handOff.publishedEpoch();
    }

    /** @param rule by which the partition was counted last; null if it never was */
    private record Locked(long next, String rule) {}

    private Locked lockProgress(Connection connection, long start) throws SQLException {
        for (int attempt = 0; ; attempt++) {
            try (PreparedStatement lock = connection.prepareStatement(LOCK_PROGRESS)) {
                lock.setInt(1, partition);
                try (ResultSet row = lock.executeQuery()) {
                    if (row.next()) {
                        return new Locked(row.getLong("next_offset"), row.getString("rule"));
                    }
                }
            }
            if (attempt > 0) {
                throw new IllegalStateException("no progress of partition " + partition);
            }
            try (PreparedStatement begin = connection.prepareStatement(START_PARTITION)) {
                begin.setInt(1, partition);
                begin.setLong(2, start);
                begin.executeUpdate();
            }
        }
    }

    /** Offsets may be missing if the log itself has no committed record there; nowhere else. */
    private void requireNoGap(long expected, long first) {
        if (gap.isMissing(partition, expected, first)) {
            throw WorkshopException.failed(
                    "The speed layer was sent offset " + first + " of partition " + partition + ", but " + expected
                            + " comes next.",
                    "PostgreSQL was set back, or another database is behind its address than when this run began.",
                    Advice.of(Command.SPEED, ", which begins where PostgreSQL is"));
        }
    }

    /** Which rule counts from this offset on: a recount must know it, and so must whoever reads totals of two rules. */
    private void noteRule(Connection connection, String before, long offset) throws SQLException {
        if (rule.label().equals(before)) {
            return;
        }
        try (PreparedStatement begin = connection.prepareStatement(BEGIN_RULE)) {
            begin.setInt(1, partition);
            begin.setLong(2, offset);
            begin.setString(3, rule.label());
            begin.executeUpdate();
        }
    }

    private void moveProgress(Connection connection, RecordMark last, long accepted, long rejected)
            throws SQLException {
        try (PreparedStatement move = connection.prepareStatement(MOVE_PROGRESS)) {
            move.setLong(1, last.offset() + 1);
            move.setLong(2, last.offset());
            move.setLong(3, last.hash());
            move.setLong(4, accepted);
            move.setLong(5, rejected);
            move.setString(6, rule.label());
            move.setInt(7, partition);
            move.executeUpdate();
        }
    }
}
