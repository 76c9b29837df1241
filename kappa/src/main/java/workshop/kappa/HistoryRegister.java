package workshop.kappa;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import workshop.handoff.Database;
import workshop.handoff.Sql;
import workshop.settings.WorkshopException;

/** Which history files are in the log, or on their way there, as PostgreSQL knows it. */
final class HistoryRegister implements AutoCloseable {
    private static final String LOCK = Sql.load(HistoryRegister.class, "try-load-lock.sql");
    private static final String SELECT = Sql.load(HistoryRegister.class, "select-history-file.sql");
    private static final String SAME_CONTENT = Sql.load(HistoryRegister.class, "select-same-content.sql");
    private static final String UNFINISHED = Sql.load(HistoryRegister.class, "select-unfinished.sql");
    private static final String BEGIN = Sql.load(HistoryRegister.class, "begin-history-file.sql");
    private static final String FINISH = Sql.load(HistoryRegister.class, "finish-history-file.sql");

    private final Connection connection;

    /**
     * A file that was begun.
     *
     * @param begins where it begins in each partition (inclusive)
     * @param records null until all of them are in the log
     */
    record Entry(String topicId, long bytes, String sha256, long[] begins, Long records) {}

    HistoryRegister(Connection connection) {
        this.connection = connection;
    }

    /** Two loads at once would mix their records. The lock ends with this register, or with the connection. */
    void lock() throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK);
                ResultSet row = lock.executeQuery()) {
            row.next();
            if (!row.getBoolean(1)) {
                throw WorkshopException.failed(
                        "Another load is running.",
                        "Files go into the log one after the other; this one has changed nothing.",
                        "wait until it is done, then the same again");
            }
        }
    }

    Optional<Entry> find(String path) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, path);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Long[] begins = (Long[]) row.getArray("begins").getArray();
                return Optional.of(new Entry(
                        row.getString("topic_id"),
                        row.getLong("bytes"),
                        row.getString("sha256"),
                        Arrays.stream(begins).mapToLong(Long::longValue).toArray(),
                        row.getObject("records", Long.class)));
            }
        }
    }

    /** A file of another path with the same content, all of which is in the log. */
    Optional<HistoryLoad.Report> findCopy(String path, String sha256, String topicId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SAME_CONTENT)) {
            select.setString(1, sha256);
            select.setString(2, path);
            select.setString(3, topicId);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new HistoryLoad.Report(row.getString("path"), row.getLong("records"), 0))
                        : Optional.empty();
            }
        }
    }

    /** A file that was begun and did not arrive whole must go on before another begins. */
    void requireNoneUnfinished(String path) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(UNFINISHED)) {
            select.setString(1, path);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    throw WorkshopException.failed(
                            "The load of " + row.getString("path") + " did not come to its end.",
                            "Its records stand in the log up to where it died; another file behind them would hide that.",
                            "./workshop kappa load-history " + row.getString("path")
                                    + ", which goes on; then the same again");
                }
            }
        }
    }

    void begin(String path, Instant modifiedAt, Entry entry) throws SQLException {
        try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setString(1, path);
            begin.setString(2, entry.topicId());
            begin.setLong(3, entry.bytes());
            begin.setTimestamp(4, Timestamp.from(modifiedAt));
            begin.setString(5, entry.sha256());
            Array begins = connection.createArrayOf(
                    "bigint", Arrays.stream(entry.begins()).boxed().toArray());
            begin.setArray(6, begins);
            begin.executeUpdate();
        }
    }

    void finish(String path, long records) throws SQLException {
        try (PreparedStatement finish = connection.prepareStatement(FINISH)) {
            finish.setLong(1, records);
            finish.setString(2, path);
            finish.executeUpdate();
        }
    }

    /** The next load may begin at once. */
    @Override
    public void close() throws SQLException {
        Database.unlock(connection);
    }
}
