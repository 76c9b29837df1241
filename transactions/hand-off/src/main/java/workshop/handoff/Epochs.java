package workshop.handoff;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The declared cuts. The epoch of a record is a pure function of its place in the log and of these, so the batch layer,
 * the speed layer and every check agree on it without talking to each other.
 */
public final class Epochs implements Serializable {
    private static final long serialVersionUID = 1;

    private static final String LOAD = Sql.load(Epochs.class, "load-cuts.sql");

    /**
     * Where an epoch ends.
     *
     * @param epoch numbered from 1
     * @param declaredAt when the cut was declared, by PostgreSQL's clock
     * @param endOffsets by partition, exclusive; a partition that was not there yet is not named and ends at 0
     */
    public record Cut(int epoch, Instant declaredAt, Map<Integer, Long> endOffsets) implements Serializable {
        public Cut {
            requireNonNull(declaredAt, "declaredAt is null");
            endOffsets = new TreeMap<>(endOffsets);
        }

        public long endOffset(int partition) {
            return endOffsets.getOrDefault(partition, 0L);
        }
    }

    private final ArrayList<Cut> cuts;

    /** @param cuts of the epochs 1, 2, 3, … in this order */
    public Epochs(List<Cut> cuts) {
        this.cuts = new ArrayList<>(cuts);
        for (int i = 0; i < cuts.size(); i++) {
            if (cuts.get(i).epoch() != i + 1) {
                throw new IllegalArgumentException("cut " + cuts.get(i).epoch() + " stands where " + (i + 1) + " must");
            }
        }
    }

    /** Reads all declared cuts. */
    public static Epochs load(Connection connection) throws SQLException {
        TreeMap<Integer, Cut> cuts = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(LOAD);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                int epoch = rows.getInt("epoch");
                Instant declaredAt = rows.getTimestamp("declared_at").toInstant();
                Cut cut = cuts.computeIfAbsent(epoch, e -> new Cut(e, declaredAt, Map.of()));
                int partition = rows.getInt("partition");
                if (!rows.wasNull()) {
                    cut.endOffsets().put(partition, rows.getLong("end_offset"));
                }
            }
        }
        return new Epochs(List.copyOf(cuts.values()));
    }

    /** The epoch that has no end yet. */
    public int open() {
        return cuts.size() + 1;
    }

    /** The epoch of a record by its place in the log: the truth. */
    public int epochOf(int partition, long offset) {
        int epoch = open();
        while (epoch > 1 && offset < endOffset(epoch - 1, partition)) {
            epoch--;
        }
        return epoch;
    }

    /** The epoch of a record by its clock: what the wrong merge by a time boundary goes by. */
    public int epochAt(Instant time) {
        int epoch = open();
        while (epoch > 1 && time.isBefore(cuts.get(epoch - 2).declaredAt())) {
            epoch--;
        }
        return epoch;
    }

    /** The first offset of a partition that is not in this epoch or one before it; 0 for epoch 0. */
    public long endOffset(int epoch, int partition) {
        return epoch == 0 ? 0 : cuts.get(epoch - 1).endOffset(partition);
    }

    /** The cut of a declared epoch. */
    public Cut cut(int epoch) {
        return cuts.get(epoch - 1);
    }
}
