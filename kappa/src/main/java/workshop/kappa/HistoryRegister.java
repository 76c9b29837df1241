package workshop.kappa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import workshop.handoff.Database;
import workshop.handoff.Sql;
import workshop.settings.Advice;
import workshop.settings.Command;
import workshop.settings.WorkshopException;
import workshop.transactions.history.ContentDigest;

/** Which history files are in the log, or on their way there, as PostgreSQL knows it. */
final class HistoryRegister implements AutoCloseable {
    private static final String LOCK = Sql.load(HistoryRegister.class, "try-load-lock.sql");
    private static final String SELECT = Sql.load(HistoryRegister.class, "select-history-file.sql");
    private static final String SAME_CONTENT = Sql.load(HistoryRegister.class, "select-same-content.sql");
    private static final String UNFINISHED = Sql.load(HistoryRegister.class, "select-unfinished.sql");
    private static final String BEGIN = Sql.load(HistoryRegister.class, "begin-history-file.sql");
    private static final String LOADED = Sql.load(HistoryRegister.class, "select-loaded-history.sql");
    private static final String APPEND = Sql.load(HistoryRegister.class, "append-history-file.sql");
    private static final String FINISH = Sql.load(HistoryRegister.class, "finish-history-file.sql");

    private final Connection connection;

    /**
     * A file that was begun.
     *
     * @param begins where what is loaded last begins in each partition (inclusive)
     * @param loadedBytes what earlier loads have brought: the records that begin before this byte of the file
     * @param loadedRecords how many these are
     * @param records all of the file; null until all of them are in the log
     */
    record Entry(
            String topicId, ContentDigest held, long[] begins, long loadedBytes, long loadedRecords, Long records) {}

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
                        held(row),
                        Arrays.stream(begins).mapToLong(Long::longValue).toArray(),
                        row.getLong("loaded_bytes"),
                        row.getLong("loaded_records"),
                        row.getObject("records", Long.class)));
            }
        }
    }

    /** A file of another path with the same content, all of which is in the log. */
    Optional<HistoryLoad.Report> findCopy(FileState file, String topicId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SAME_CONTENT)) {
            select.setString(1, file.sha256());
            select.setString(2, file.held().sha256());
            select.setLong(3, file.held().bytes());
            select.setString(4, file.path());
            select.setString(5, topicId);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new HistoryLoad.Report(row.getString("path"), row.getLong("records"), 0, 0))
                        : Optional.empty();
            }
        }
    }

    private static ContentDigest held(ResultSet row) throws SQLException {
        return new ContentDigest(row.getLong("held_bytes"), row.getString("held_sha256"));
    }

    /** What each file holds that is in the log as a whole and has records, by path. */
    Map<String, ContentDigest> loaded() throws SQLException {
        Map<String, ContentDigest> loaded = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(LOADED);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                loaded.put(row.getString("path"), held(row));
            }
        }
        return loaded;
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
                            Advice.of(
                                    Command.KAPPA_LOAD_HISTORY.with(row.getString("path")),
                                    ", which goes on; then the same again"));
                }
            }
        }
    }

    /** @param begins where it will begin in each partition (inclusive) */
    void begin(FileState file, String topicId, long[] begins) throws SQLException {
        write(BEGIN, file, topicId, begins);
    }

    /** The same for what was appended to a file that is in the log. */
    void append(FileState file, String topicId, long[] begins) throws SQLException {
        write(APPEND, file, topicId, begins);
    }

    private void write(String sql, FileState file, String topicId, long[] begins) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(sql)) {
            write.setLong(1, file.file().length());
            write.setTimestamp(2, Timestamp.from(file.modifiedAt()));
            write.setString(3, file.sha256());
            write.setLong(4, file.held().bytes());
            write.setString(5, file.held().sha256());
            write.setArray(
                    6,
                    connection.createArrayOf(
                            "bigint", Arrays.stream(begins).boxed().toArray()));
            write.setString(7, file.path());
            write.setString(8, topicId);
            write.executeUpdate();
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
