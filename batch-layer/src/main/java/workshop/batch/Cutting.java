package workshop.batch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import workshop.handoff.CountedLog;
import workshop.handoff.Database;
import workshop.handoff.Epochs;
import workshop.handoff.HandOffLock;
import workshop.handoff.RecordMark;
import workshop.handoff.SameLog;
import workshop.handoff.Sql;
import workshop.handoff.TopicLog;
import workshop.settings.Advice;
import workshop.settings.WorkshopException;

/**
 * Declares where the open epoch ends. If a run has died between its cut and its publication, the epoch of that cut is taken up,
 * and what the log holds beyond it becomes the next epoch of the same run. Kafka is asked for the end of the log while the hand-off is locked, so the speed
 * layer has committed nothing that lies beyond the cut and was counted as of this epoch.
 */
final class Cutting {
    private static final String SELECT = Sql.load(Cutting.class, "select-hand-off.sql");
    private static final String SELECT_PROGRESS = Sql.load(Cutting.class, "select-progress.sql");
    private static final String INSERT_EPOCH = Sql.load(Cutting.class, "insert-epoch.sql");
    private static final String INSERT_CUT = Sql.load(Cutting.class, "insert-cut.sql");
    private static final String OPEN_NEXT = Sql.load(Cutting.class, "open-next-epoch.sql");

    private final Connection connection;
    private final TopicLog log;
    private final SameLog same;
    private final StageListener listener;

    Cutting(Connection connection, TopicLog log, SameLog same, StageListener listener) {
        this.connection = connection;
        this.log = log;
        this.same = same;
        this.listener = listener;
    }

    /**
     * The declared epochs that are not published yet, one or more; the run publishes them together.
     *
     * @param published the last epoch before them; 0 if there is none
     * @param resumed those of them that runs before this one have declared
     * @param epochs all cuts, the one of the last epoch the last
     */
    record Declared(int published, List<Integer> resumed, Epochs epochs) {
        /** The last of them. */
        int epoch() {
            return epochs.open() - 1;
        }

        /** All of them, in their order. */
        List<Integer> unpublished() {
            return IntStream.range(published + 1, epochs.open()).boxed().toList();
        }
    }

    Declared declare() throws SQLException {
        return Database.inTransaction(connection, this::declareLocked);
    }

    private Declared declareLocked() throws SQLException {
        HandOffLock.exclusive(connection);
        int open;
        int published;
        try (PreparedStatement select = connection.prepareStatement(SELECT);
                ResultSet row = select.executeQuery()) {
            row.next();
            open = row.getInt("open_epoch");
            published = row.getInt("published_epoch");
        }
        Epochs before = Epochs.load(connection);
        List<Integer> resumed = IntStream.range(published + 1, open).boxed().toList();
        // region cut
        Map<Integer, Long> endOffsets = log.endOffsets();
        requireAllCounted(endOffsets);
        requireNoStepBack(before, endOffsets);
        CountedLog counted = CountedLog.read(connection);
        same.require(counted);
        if (resumed.isEmpty() || !before.cut(open - 1).endOffsets().equals(endOffsets)) {
            cut(open, endOffsets, marks(counted, endOffsets));
        }
        // endregion
        Declared declared = new Declared(published, resumed, Epochs.load(connection));
        listener.inside(Stage.CUT, "epoch " + declared.epoch());
        return declared;
    }

    /** The last record before each end; where it has left the log by retention, the last that is known. */
    private Map<Integer, RecordMark> marks(CountedLog counted, Map<Integer, Long> endOffsets) {
        Map<Integer, RecordMark> marks = new HashMap<>();
        counted.marks().stream()
                .sorted(Comparator.comparingLong(RecordMark::offset))
                .forEach(mark -> marks.put(mark.partition(), mark));
        marks.putAll(same.marksBefore(endOffsets));
        return marks;
    }

    private void cut(int epoch, Map<Integer, Long> endOffsets, Map<Integer, RecordMark> marks) throws SQLException {
        try (PreparedStatement insertEpoch = connection.prepareStatement(INSERT_EPOCH);
                PreparedStatement insertCut = connection.prepareStatement(INSERT_CUT);
                PreparedStatement openNext = connection.prepareStatement(OPEN_NEXT)) {
            insertEpoch.setInt(1, epoch);
            insertEpoch.executeUpdate();
            for (Map.Entry<Integer, Long> end : endOffsets.entrySet()) {
                insertCut.setInt(1, epoch);
                insertCut.setInt(2, end.getKey());
                insertCut.setLong(3, end.getValue());
                RecordMark mark = marks.get(end.getKey());
                insertCut.setObject(4, mark == null ? null : mark.offset(), Types.BIGINT);
                insertCut.setObject(5, mark == null ? null : mark.hash(), Types.BIGINT);
                insertCut.addBatch();
            }
            insertCut.executeBatch();
            openNext.setInt(1, epoch + 1);
            openNext.executeUpdate();
        }
    }

    /** The log must hold what the speed layer has counted: a cut before that would count new records as old ones. */
    private void requireAllCounted(Map<Integer, Long> endOffsets) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT_PROGRESS);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                int partition = rows.getInt("partition");
                requireNoStepBack(
                        partition,
                        rows.getLong("next_offset"),
                        endOffsets.getOrDefault(partition, 0L),
                        "up to which the speed layer has counted");
            }
        }
    }

    private static void requireNoStepBack(Epochs before, Map<Integer, Long> endOffsets) {
        endOffsets.forEach((partition, end) ->
                requireNoStepBack(partition, before.endOffset(before.open() - 1, partition), end, "its last cut"));
    }

    private static void requireNoStepBack(int partition, long known, long end, String what) {
        if (end < known) {
            throw WorkshopException.failed(
                    "Partition " + partition + " of the log ends at offset " + end + ", before offset " + known + ", "
                            + what + ".",
                    "Kafka lost records that were counted: its data was restored or damaged.",
                    Advice.BEGIN_ANEW);
        }
    }
}
