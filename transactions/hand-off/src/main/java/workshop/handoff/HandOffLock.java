package workshop.handoff;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The lock of the hand-off, held until the transaction ends. The speed layer shares it while it commits; the batch layer
 * has it alone while it declares a cut and while it publishes. So no cut appears, and no epoch is published, in the middle
 * of a speed layer's commit. PostgreSQL serves those who wait in their order: commits that overlap each other without end
 * cannot keep a batch waiting, as they could with a lock on a row.
 */
public final class HandOffLock {
    private static final String SHARED = Sql.load(HandOffLock.class, "share-hand-off.sql");
    private static final String EXCLUSIVE = Sql.load(HandOffLock.class, "lock-hand-off.sql");

    private HandOffLock() {}

    /** Waits for a batch that declares or publishes at this moment, or that waited before. */
    public static void shared(Connection connection) throws SQLException {
        execute(connection, SHARED);
    }

    /**
     * Waits for the commits that are under way. A batch that then stands still (Ctrl-Z, a laptop's sleep) for 15 s
     * loses the lock and its transaction: it may not keep the speed layer waiting. The next run does it again.
     */
    public static void exclusive(Connection connection) throws SQLException {
        execute(connection, EXCLUSIVE);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(sql)) {
            lock.execute();
        }
    }
}
