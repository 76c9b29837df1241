package workshop.speed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import workshop.handoff.Database;
import workshop.handoff.Epochs;
import workshop.handoff.HandOff;
import workshop.handoff.LogContinuity;
import workshop.handoff.Sql;
import workshop.settings.Advice;
import workshop.settings.WorkshopException;

/** Where the speed layer goes on, as PostgreSQL knows it: never before the published cut, never before what it has counted. */
final class ResumeOffsets {
    private static final String SELECT = Sql.load(ResumeOffsets.class, "select-progress.sql");
    private static final String SUM = Sql.load(ResumeOffsets.class, "sum-progress.sql");

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
        try (PreparedStatement select = connection.prepareStatement(SELECT);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                counted.put(rows.getInt("partition"), rows.getLong("next_offset"));
            }
        }
        int published = HandOff.read(connection).publishedEpoch();
        Epochs epochs = Epochs.load(connection);
        Map<Integer, Long> next = new TreeMap<>();
        for (int partition : partitions) {
            long cut = epochs.endOffset(published, partition);
            next.put(partition, Math.max(cut, counted.getOrDefault(partition, 0L)));
        }
        return next;
    }

    /** The log must still hold everything from the offsets to go on from. */
    static void requireNoHole(Map<Integer, Long> next, Map<Integer, Long> beginnings, Map<Integer, Long> ends) {
        LogContinuity.hole(next, beginnings).ifPresent(hole -> {
            throw WorkshopException.failed(
                    "Records are missing: partition " + hole.partition() + " of the log begins at offset "
                            + hole.beginning() + ", but " + hole.next() + " is the next to count.",
                    "They left the log before they were counted or archived. A total without them would be wrong.",
                    Advice.BEGIN_ANEW);
        });
        LogContinuity.requireNoStepBack(next, ends, offset -> "but " + offset + " is the next to count");
    }
}
