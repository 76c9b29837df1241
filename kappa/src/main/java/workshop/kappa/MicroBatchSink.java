package workshop.kappa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import workshop.handoff.LogGap;
import workshop.handoff.RecordMark;
import workshop.handoff.Sql;
import workshop.handoff.TotalColumns;
import workshop.kappa.MicroBatchAggregate.Partition;
import workshop.settings.Advice;
import workshop.settings.Command;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;
import workshop.transactions.CustomerOrder;
import workshop.transactions.Total;

/**
 * The exact sink: commits what a micro-batch changes, and the offsets to go on from, in one PostgreSQL transaction. A batch
 * that Spark sends again is recognised and changes nothing; one that leaves out a record is refused.
 */
final class MicroBatchSink {
    private static final String LOCK = Sql.load(MicroBatchSink.class, "lock-version.sql");
    private static final String ADD = Sql.load(MicroBatchSink.class, "add-totals.sql");
    private static final String MOVE_PROGRESS = Sql.load(MicroBatchSink.class, "move-progress.sql");
    private static final String REJECTED = Sql.load(MicroBatchSink.class, "insert-rejected.sql");
    private static final String UNCHECKED = Sql.load(MicroBatchSink.class, "insert-unchecked.sql");
    private static final String MOVE_VERSION = Sql.load(MicroBatchSink.class, "move-version.sql");

    private final Settings settings;
    private final Version version;
    private final LogTopics topics;

    /** @param topics that only the thread of the commits reads */
    MicroBatchSink(Settings settings, Version version, LogTopics topics) {
        this.settings = settings;
        this.version = version;
        this.topics = topics;
    }

    /** @param connection that does not commit on its own; what is not committed is rolled back when it is closed */
    void commit(Connection connection, long batch, MicroBatchAggregate aggregate) throws SQLException {
        long last = lock(connection);
        Versions versions = new Versions(connection);
        Map<Partition, Long> next = versions.progress(version.name());
        if (batch <= last) {
            aggregate
                    .spans()
                    .forEach((partition, span) -> requireCounted(partition, span, next.getOrDefault(partition, 0L)));
            return;
        }
        versions.requireSameLog(version, topics);
        aggregate.spans().forEach((partition, span) -> requireNext(partition, span, next.getOrDefault(partition, 0L)));
        addTotals(connection, aggregate);
        list(connection, aggregate);
        moveProgress(connection, aggregate.spans());
        moveVersion(connection, batch, aggregate);
        connection.commit();
    }

    private long lock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, version.name());
            try (ResultSet row = lock.executeQuery()) {
                if (!row.next() || !row.getString("checkpoint").equals(version.checkpoint())) {
                    throw WorkshopException.failed(
                            "The version " + version.name() + " is not the one that this job began with.",
                            "It was dropped, or PostgreSQL was set back, while the job ran.",
                            Command.KAPPA_VERSIONS);
                }
                return row.getLong("last_batch");
            }
        }
    }

    private void requireCounted(Partition partition, OffsetRange span, long next) {
        if (span.to() > next) {
            throw otherNotes(partition, span.to() - 1, next);
        }
    }

    /** Offsets may be missing if the log itself has no committed record there; nowhere else. */
    private void requireNext(Partition partition, OffsetRange span, long next) {
        LogGap log = new LogGap(settings.kafka(), partition.topic());
        if (span.from() < next || log.isMissing(partition.number(), next, span.from())) {
            throw otherNotes(partition, span.from(), next);
        }
        long offsets = span.to() - span.from();
        if (span.records() < offsets && log.records(partition.number(), span.from(), span.to()) > span.records()) {
            throw WorkshopException.failed(
                    "Records of partition " + partition.number() + " of the topic " + partition.topic()
                            + " did not arrive, between the offsets " + span.from() + " and " + span.to() + ".",
                    "They are in the log, and a total without them would be wrong, so nothing of this batch is counted.",
                    Advice.of(Command.KAPPA_RUN.with("--version " + version.name()), ", which reads them again"));
        }
    }

    private WorkshopException otherNotes(Partition partition, long offset, long next) {
        return WorkshopException.failed(
                "The job was sent offset " + offset + " of partition " + partition.number() + " of the topic "
                        + partition.topic() + ", but " + next + " comes next.",
                "Spark's notes of the version " + version.name()
                        + " and its totals in PostgreSQL are of different times:"
                        + " one of the two was restored from a copy.",
                Advice.of(Command.KAPPA_RUN.with("--version another_name"), ", which counts all of the log anew"));
    }

    private void addTotals(Connection connection, MicroBatchAggregate aggregate) throws SQLException {
        TreeMap<String, Total> totals = new TreeMap<>(CustomerOrder.BY_CODE_POINT);
        aggregate.totals().forEach((customer, total) -> {
            if (!total.isZero()) {
                totals.put(customer, total);
            }
        });
        if (totals.isEmpty()) {
            return;
        }
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setString(1, version.name());
            TotalColumns.set(add, 2, "text", totals.keySet(), customer -> customer);
            TotalColumns.set(add, 3, totals.values());
            add.executeUpdate();
        }
    }

    private void list(Connection connection, MicroBatchAggregate aggregate) throws SQLException {
        List<MicroBatchAggregate.Rejected> rejected = aggregate.rejected();
        if (!rejected.isEmpty()) {
            try (PreparedStatement insert = connection.prepareStatement(REJECTED)) {
                insert.setString(1, version.name());
                setPlaces(
                        insert,
                        rejected,
                        MicroBatchAggregate.Rejected::partition,
                        MicroBatchAggregate.Rejected::offset);
                TotalColumns.set(insert, 5, "text", rejected, MicroBatchAggregate.Rejected::file);
                TotalColumns.set(insert, 6, "bigint", rejected, MicroBatchAggregate.Rejected::at);
                TotalColumns.set(insert, 7, "text", rejected, MicroBatchAggregate.Rejected::code);
                TotalColumns.set(insert, 8, "text", rejected, MicroBatchAggregate.Rejected::sentence);
                insert.executeUpdate();
            }
        }
        List<MicroBatchAggregate.Unchecked> unchecked = aggregate.unchecked();
        if (!unchecked.isEmpty()) {
            try (PreparedStatement insert = connection.prepareStatement(UNCHECKED)) {
                insert.setString(1, version.name());
                setPlaces(
                        insert,
                        unchecked,
                        MicroBatchAggregate.Unchecked::partition,
                        MicroBatchAggregate.Unchecked::offset);
                TotalColumns.set(
                        insert, 5, "text", unchecked, one -> one.transaction().transactionId());
                TotalColumns.set(
                        insert, 6, "text", unchecked, one -> one.transaction().customer());
                TotalColumns.set(insert, 7, "numeric", unchecked, one -> one.transaction()
                        .amount());
                insert.executeUpdate();
            }
        }
    }

    private static <T> void setPlaces(
            PreparedStatement insert, Collection<T> rows, Function<T, Partition> partition, Function<T, Object> offset)
            throws SQLException {
        TotalColumns.set(insert, 2, "text", rows, row -> partition.apply(row).topic());
        TotalColumns.set(insert, 3, "integer", rows, row -> partition.apply(row).number());
        TotalColumns.set(insert, 4, "bigint", rows, offset);
    }

    private void moveProgress(Connection connection, Map<Partition, OffsetRange> spans) throws SQLException {
        Map<Partition, Long> ends = new HashMap<>();
        spans.forEach((partition, span) -> ends.put(partition, span.to()));
        Map<Partition, RecordMark> marks = topics.marksBefore(ends);
        try (PreparedStatement move = connection.prepareStatement(MOVE_PROGRESS)) {
            for (Map.Entry<Partition, Long> end : ends.entrySet()) {
                RecordMark mark = marks.get(end.getKey()); // null where retention was faster
                move.setString(1, version.name());
                move.setString(2, end.getKey().topic());
                move.setInt(3, end.getKey().number());
                move.setLong(4, end.getValue());
                move.setObject(5, mark == null ? null : mark.offset(), Types.BIGINT);
                move.setObject(6, mark == null ? null : mark.hash(), Types.BIGINT);
                move.addBatch();
            }
            move.executeBatch();
        }
    }

    private void moveVersion(Connection connection, long batch, MicroBatchAggregate aggregate) throws SQLException {
        try (PreparedStatement move = connection.prepareStatement(MOVE_VERSION)) {
            move.setLong(1, batch);
            move.setLong(2, aggregate.read());
            move.setLong(3, aggregate.accepted());
            move.setLong(4, aggregate.duplicates());
            move.setLong(5, aggregate.conflicting());
            move.setLong(6, aggregate.rejected().size());
            move.setLong(7, aggregate.unchecked().size());
            move.setLong(8, aggregate.forgotten());
            move.setString(9, version.name());
            move.executeUpdate();
        }
    }
}
