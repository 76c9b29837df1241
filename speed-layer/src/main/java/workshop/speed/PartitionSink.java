package workshop.speed;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import workshop.handoff.Database;
import workshop.settings.Role;
import workshop.settings.Settings;

/** Where the records of one Kafka partition go: the rejected ones to the dead letters, then all of them into the ledger. */
final class PartitionSink {
    private static final int ATTEMPTS = 3;

    private final Settings settings;
    private final int partition;
    private final Ledger ledger;
    private final DeadLetters deadLetters;

    PartitionSink(Settings settings, String topicId, int partition) {
        this.settings = settings;
        this.partition = partition;
        this.ledger = new Ledger(topicId, partition, new LogGap(settings.kafka(), settings.topic()));
        this.deadLetters = new DeadLetters(settings);
    }

    /**
     * Counts these records.
     *
     * @param records in order, not empty
     * @throws RuntimeException where nothing of them is counted
     */
    void commit(List<Pending> records) {
        try {
            deadLetters.send(partition, refused(records));
            commitWithRetry(records);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending dead letters", e);
        } catch (SQLException e) {
            throw Database.refused(settings, Role.SPEED_LAYER, e);
        }
    }

    /** A lost connection leaves open whether the commit was done: trying again is safe, since the offset tells. */
    private void commitWithRetry(List<Pending> records) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = Connections.pool(settings).getConnection()) {
                ledger.commit(connection, records);
                return;
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !isTransient(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isTransient(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return e instanceof SQLTransientException
                || Database.isUnreachable(state)
                || state.equals("25P03") // it was idle in the transaction for too long: the process had been stopped
                || state.startsWith("40"); // deadlock, serialization
    }

    private static List<Pending.Refused> refused(List<Pending> records) {
        return records.stream()
                .filter(Pending.Refused.class::isInstance)
                .map(Pending.Refused.class::cast)
                .toList();
    }
}
