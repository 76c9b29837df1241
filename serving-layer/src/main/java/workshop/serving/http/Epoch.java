package workshop.serving.http;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import workshop.handoff.Sql;

/**
 * An epoch that has an end.
 *
 * @param records how many offsets it spans over all partitions
 * @param ends where it ends in each partition (exclusive)
 */
record Epoch(int epoch, Instant declaredAt, @Nullable Instant publishedAt, long records, List<End> ends) {
    private static final String SELECT = Sql.load(Epoch.class, "select-epochs.sql");
    private static final int SHOWN = 12;

    record End(int partition, long end) {}

    /** A row of the view epoch_cuts; epoch is 0 if none was declared yet, partition -1 if an epoch has no cut. */
    private record Cut(
            int epoch,
            @Nullable Instant declaredAt,
            @Nullable Instant publishedAt,
            int partition,
            long end) {}

    /** The last epochs that have an end, in their order. */
    static List<Epoch> last(Connection connection) throws SQLException {
        List<Cut> cuts = QueryRows.select(connection, SELECT, Epoch::cut);
        List<Epoch> epochs = of(cuts);
        return epochs.subList(Math.max(0, epochs.size() - SHOWN), epochs.size());
    }

    private static Cut cut(ResultSet row) throws SQLException {
        int partition = row.getInt("partition");
        boolean none = row.wasNull();
        return new Cut(
                row.getInt("epoch"),
                QueryRows.instant(row, "declared_at"),
                QueryRows.instant(row, "published_at"),
                none ? -1 : partition,
                row.getLong("end_offset"));
    }

    private static List<Epoch> of(List<Cut> cuts) {
        Map<Integer, List<Cut>> byEpoch = new TreeMap<>();
        cuts.stream().filter(cut -> cut.epoch() > 0).forEach(cut -> byEpoch.computeIfAbsent(
                        cut.epoch(), none -> new ArrayList<>())
                .add(cut));
        List<Epoch> epochs = new ArrayList<>();
        Map<Integer, Long> before = new TreeMap<>();
        byEpoch.forEach((epoch, ends) -> {
            List<End> known = ends.stream()
                    .filter(cut -> cut.partition() >= 0)
                    .map(cut -> new End(cut.partition(), cut.end()))
                    .toList();
            long records = known.stream()
                    .mapToLong(end -> end.end() - before.getOrDefault(end.partition(), 0L))
                    .sum();
            known.forEach(end -> before.put(end.partition(), end.end()));
            epochs.add(new Epoch(epoch, ends.get(0).declaredAt(), ends.get(0).publishedAt(), records, known));
        });
        return epochs;
    }
}
