package workshop.batch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import workshop.handoff.Epochs;
import workshop.handoff.Sql;
import workshop.handoff.TopicLog;
import workshop.settings.WorkshopException;

/**
 * Declares where the open epoch ends. Kafka is asked for the end of the log while the hand-off is locked, so the speed
 * layer has committed nothing that lies beyond the cut and was counted as of this epoch.
 */
final class Cutting {
    private static final String LOCK = Sql.load(Cutting.class, "lock-hand-off.sql");
    private static final String INSERT_EPOCH = Sql.load(Cutting.class, "insert-epoch.sql");
    private static final String INSERT_CUT = Sql.load(Cutting.class, "insert-cut.sql");
    private static final String OPEN_NEXT = Sql.load(Cutting.class, "open-next-epoch.sql");

    private final Connection connection;
    private final TopicLog log;
    private final StageListener listener;

    Cutting(Connection connection, TopicLog log, StageListener listener) {
        this.connection = connection;
        this.log = log;
        this.listener = listener;
    }

    /**
     * A declared epoch that is not published yet.
     *
     * @param epochs all cuts, the one of this epoch the last
     * @param resumed whether a run before this one declared it
     */
    record Declared(int epoch, Epochs epochs, boolean resumed) {}

    Declared declare() throws SQLException {
        connection.setAutoCommit(false);
        try {
            Declared declared = declareLocked();
            connection.commit();
            return declared;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private Declared declareLocked() throws SQLException {
        int open;
        int published;
        try (PreparedStatement lock = connection.prepareStatement(LOCK);
                ResultSet row = lock.executeQuery()) {
            row.next();
            open = row.getInt("open_epoch");
            published = row.getInt("published_epoch");
        }
        boolean resumed = open - 1 > published;
        int epoch = resumed ? open - 1 : open;
        if (!resumed) {
            cut(epoch, log.endOffsets());
        }
        listener.inside(Stage.CUT, "epoch " + epoch);
        return new Declared(epoch, Epochs.load(connection), resumed);
    }

    private void cut(int epoch, Map<Integer, Long> endOffsets) throws SQLException {
        Epochs before = Epochs.load(connection);
        try (PreparedStatement insertEpoch = connection.prepareStatement(INSERT_EPOCH);
                PreparedStatement insertCut = connection.prepareStatement(INSERT_CUT);
                PreparedStatement openNext = connection.prepareStatement(OPEN_NEXT)) {
            insertEpoch.setInt(1, epoch);
            insertEpoch.executeUpdate();
            for (Map.Entry<Integer, Long> end : endOffsets.entrySet()) {
                requireNoStepBack(end.getKey(), before.endOffset(epoch - 1, end.getKey()), end.getValue());
                insertCut.setInt(1, epoch);
                insertCut.setInt(2, end.getKey());
                insertCut.setLong(3, end.getValue());
                insertCut.addBatch();
            }
            insertCut.executeBatch();
            openNext.setInt(1, epoch + 1);
            openNext.executeUpdate();
        }
    }

    private static void requireNoStepBack(int partition, long lastCut, long end) {
        if (end < lastCut) {
            throw WorkshopException.failed(
                    "Partition " + partition + " of the log ends at offset " + end + ", before its last cut at "
                            + lastCut + ".",
                    "Kafka lost records that a batch had counted: its data was restored or damaged.",
                    "./workshop reset, to begin anew");
        }
    }
}
