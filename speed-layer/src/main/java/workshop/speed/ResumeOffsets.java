package workshop.speed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import workshop.handoff.Database;
import workshop.handoff.Epochs;
import workshop.handoff.Sql;
import workshop.settings.Advice;
import workshop.settings.WorkshopException;

/** Where the speed layer goes on, as PostgreSQL knows it: never before the published cut, never where it has counted. */
final class ResumeOffsets {
    private static final String SELECT = Sql.load(ResumeOffsets.class, "select-progress.sql");
    private static final String SUM = Sql.load(ResumeOffsets.class, "sum-progress.sql");
    private static final String PUBLISHED = Sql.load(ResumeOffsets.class, "select-published-epoch.sql");

    private ResumeOffsets() {}

    /** What the speed layer has counted, and what it has rejected, since the topic began. */
    record Counted(long accepted, long rejected) {}

    static Counted counted(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SUM);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new Counted(row.getLong("accepted"), row.getLong("rejected"));
        }
    }

    /** The first offset that is not covered, by partition (inclusive start). */
    static Map<Integer, Long> nextOffsets(Connection connection, Iterable<Integer> partitions) throws SQLException {
        connection.setAutoCommit(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        Map<Integer, Long> next = Database.inTransaction(connection, () -> read(connection, partitions));
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return next;
    }

    private static Map<Integer, Long> read(Connection connection, Iterable<Integer> partitions) throws SQLException {
        Map<Integer, Long> counted = new TreeMap<>();
        int published;
        try (PreparedStatement select = connection.prepareStatement(SELECT);
                PreparedStatement selectPublished = connection.prepareStatement(PUBLISHED);
                ResultSet rows = select.executeQuery();
                ResultSet row = selectPublished.executeQuery()) {
            while (rows.next()) {
                counted.put(rows.getInt("partition"), rows.getLong("next_offset"));
            }
            row.next();
            published = row.getInt("published_epoch");
            Epochs epochs = Epochs.load(connection);
            Map<Integer, Long> next = new TreeMap<>();
            for (int partition : partitions) {
                long cut = epochs.endOffset(published, partition);
                next.put(partition, Math.max(cut, counted.getOrDefault(partition, 0L)));
            }
            return next;
        }
    }

    /** The log must still hold everything from the offsets to go on from. */
    static void requireNoHole(Map<Integer, Long> next, Map<Integer, Long> beginnings, Map<Integer, Long> ends) {
        next.forEach((partition, offset) -> {
            if (beginnings.getOrDefault(partition, 0L) > offset) {
                throw WorkshopException.failed(
                        "Records are missing: partition " + partition + " of the log begins at offset "
                                + beginnings.getOrDefault(partition, 0L) + ", but " + offset + " is the next to count.",
                        "They left the log before they were counted or archived. A total without them would be wrong.",
                        Advice.BEGIN_ANEW);
            }
            if (ends.getOrDefault(partition, 0L) < offset) {
                throw WorkshopException.failed(
                        "Partition " + partition + " of the log ends at offset " + ends.getOrDefault(partition, 0L)
                                + ", but " + offset + " is the next to count.",
                        "Kafka lost records that were counted: its data was restored or damaged.",
                        Advice.BEGIN_ANEW);
            }
        });
    }
}
