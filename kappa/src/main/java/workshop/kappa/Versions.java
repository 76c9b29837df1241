package workshop.kappa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import workshop.handoff.CountedLog;
import workshop.handoff.RecordMark;
import workshop.handoff.Sql;
import workshop.kappa.MicroBatchAggregate.Partition;
import workshop.settings.Advice;
import workshop.settings.Command;
import workshop.settings.WorkshopException;
import workshop.transactions.Rule;

/** The versions as PostgreSQL knows them. */
final class Versions {
    private static final String SELECT = Sql.load(Versions.class, "select-version.sql");
    private static final String CREATE = Sql.load(Versions.class, "create-version.sql");
    private static final String DROP = Sql.load(Versions.class, "drop-version.sql");
    private static final String PROGRESS = Sql.load(Versions.class, "select-progress.sql");
    private static final String HISTORY_TOPICS = Sql.load(Versions.class, "select-history-topics.sql");
    private static final String RUN_LOCK = Sql.load(Versions.class, "try-run-lock.sql");

    private final Connection connection;

    Versions(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    Optional<Version> find(String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(Version.of(row)) : Optional.empty();
            }
        }
    }

    /** The version of this name, which must be there. */
    Version get(String name) throws SQLException {
        return find(name)
                .orElseThrow(() -> WorkshopException.failed(
                        "There is no version " + name + ".",
                        "A version begins with its first run.",
                        Advice.of(Command.KAPPA_VERSIONS, ", which lists them")));
    }

    /** Makes a version with a table of its own, still empty. The first one of all is the one that answers. */
    Version create(String name, Rule rule, Duration window, String historyTopicId, String topicId) throws SQLException {
        try (PreparedStatement create = connection.prepareStatement(CREATE)) {
            create.setString(1, name);
            create.setString(2, rule.label());
            create.setString(3, "kappa-" + name + "-" + UUID.randomUUID());
            create.setLong(4, window.toSeconds());
            create.setString(5, historyTopicId);
            create.setString(6, topicId);
            create.execute();
        }
        return get(name);
    }

    void drop(String name) throws SQLException {
        try (PreparedStatement drop = connection.prepareStatement(DROP)) {
            drop.setString(1, name);
            drop.execute();
        }
    }

    /** The first offset that is not counted, by partition of both topics (exclusive). */
    Map<Partition, Long> progress(String name) throws SQLException {
        Map<Partition, Long> next = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(PROGRESS)) {
            select.setString(1, name);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    next.put(
                            new Partition(rows.getString("topic"), rows.getInt("partition")),
                            rows.getLong("next_offset"));
                }
            }
        }
        return next;
    }

    /** Only one job of a version runs at a time: a lock that ends with the connection. */
    void lock(String name) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(RUN_LOCK)) {
            lock.setString(1, name);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw WorkshopException.failed(
                            "The version " + name + " is running already.",
                            "Two jobs cannot share one state. This one has changed nothing.",
                            Advice.of(
                                    Command.KAPPA_VERSIONS,
                                    "; another version runs beside it: ",
                                    Command.KAPPA_RUN.with("--version v2")));
                }
            }
        }
    }

    /** The history that was loaded must be in the topic of today: a new version would begin without it, and not know. */
    void requireHistoryIn(LogTopics topics) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HISTORY_TOPICS);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                topics.requireHistory(rows.getString("topic_id"));
            }
        }
    }

    /** The log must be the one that the version has counted: the same topics, with the last counted records in their places. */
    void requireSameLog(Version version, LogTopics topics) throws SQLException {
        topics.objection(version, marks(version.name())).ifPresent(why -> {
            throw why;
        });
    }

    /** The marks of the last counted records, by topic. */
    private Map<String, List<RecordMark>> marks(String name) throws SQLException {
        Map<String, List<RecordMark>> marks = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(PROGRESS)) {
            select.setString(1, name);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    CountedLog.addMark(
                            rows, marks.computeIfAbsent(rows.getString("topic"), topic -> new ArrayList<>()));
                }
            }
        }
        return marks;
    }
}
