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
import java.util.TreeMap;
import java.util.stream.IntStream;
import workshop.handoff.CountedLog;
import workshop.handoff.Database;
import workshop.handoff.Epochs;
import workshop.handoff.HandOff;
import workshop.handoff.HandOffLock;
import workshop.handoff.LogContinuity;
import workshop.handoff.RecordMark;
import workshop.handoff.SameLog;
import workshop.handoff.Sql;
import workshop.handoff.TopicLog;

/**
 * Declares where the open epoch ends. If a run has died between its cut and its publication, the epoch of that cut is taken up,
 * and what the log holds beyond it becomes the next epoch of the same run. Kafka is asked for the end of the log while the hand-off is locked, so the speed
 * layer has committed nothing that lies beyond the cut and was counted as of this epoch.
 */
final class Cutting {
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
     * @param published the last published epoch; 0 if there is none
     * @param resumed the epochs of these that earlier runs declared and did not publish
     * @param epochs the cuts of all epochs up to the last of these
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
        HandOff handOff = HandOff.read(connection);
        int open = handOff.openEpoch();
        int published = handOff.publishedEpoch();
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

    /** The last record before each end; if it has left the log by retention, the last that is known. */
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
        Map<Integer, Long> counted = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT_PROGRESS);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                counted.put(rows.getInt("partition"), rows.getLong("next_offset"));
            }
        }
        LogContinuity.requireNoStepBack(
                counted, endOffsets, offset -> "before offset " + offset + ", up to which the speed layer has counted");
    }

    private static void requireNoStepBack(Epochs before, Map<Integer, Long> endOffsets) {
        int last = before.open() - 1;
        if (last > 0) {
            LogContinuity.requireNoStepBack(
                    before.cut(last).endOffsets(), endOffsets, offset -> "before offset " + offset + ", its last cut");
        }
    }
}
