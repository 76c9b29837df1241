package workshop.batch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import workshop.handoff.Database;
import workshop.handoff.Sql;
import workshop.settings.Advice;
import workshop.settings.Command;
import workshop.settings.WorkshopException;

/** Only one batch runs at a time: a lock in PostgreSQL that ends with the connection, so a killed run holds nothing. */
final class BatchRunLock implements AutoCloseable {
    private static final String LOCK = Sql.load(BatchRunLock.class, "lock-run.sql");

    private final Connection connection;

    private BatchRunLock(Connection connection) {
        this.connection = connection;
    }

    static BatchRunLock begin(Connection connection) throws SQLException {
        if (!isTrue(connection, LOCK)) {
            throw WorkshopException.failed(
                    "Another batch is running.",
                    "Two batches at once would archive the same epoch; this one has changed nothing.",
                    Advice.of("wait until it is done, then ", Command.BATCH));
        }
        return new BatchRunLock(connection);
    }

    /** Where the connection still answers, the lock is still held. */
    static void requireStillAlone(Connection connection) throws SQLException {
        isTrue(connection, "select true");
    }

    private static boolean isTrue(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @Override
    public void close() throws SQLException {
        Database.unlock(connection);
    }
}
