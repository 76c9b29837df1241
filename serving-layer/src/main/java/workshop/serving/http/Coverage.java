package workshop.serving.http;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import workshop.handoff.Sql;

/**
 * What an answer covers, and how old both sides are. All offsets are exclusive ends.
 *
 * @param pendingEpoch declared by a batch and not published yet; null where there is none
 * @param lag records in the log that no layer has counted; null where Kafka does not answer
 */
record Coverage(
        Instant at,
        String topic,
        int openEpoch,
        int publishedEpoch,
        Instant publishedAt,
        Integer pendingEpoch,
        Batch batch,
        Speed speed,
        Kafka kafka,
        Long lag,
        List<Partition> partitions,
        List<Epoch> epochs) {
    private static final String LAYERS = Sql.load(Coverage.class, "select-layers.sql");
    private static final String PARTITIONS = Sql.load(Coverage.class, "select-partitions.sql");
    private static final String EPOCHS = Sql.load(Coverage.class, "select-epochs.sql");
    private static final int SHOWN_EPOCHS = 12;

    record Batch(boolean running, Instant finishedAt, Double ageSeconds) {}

    record Speed(boolean running, Instant updatedAt, Double ageSeconds) {}

    record Kafka(boolean reachable) {}

    /** @param end of the log; null where Kafka does not answer */
    record Partition(
            int partition, long batchTo, long speedTo, long coveredTo, Long end, long accepted, long rejected) {}

    /** @param records how many offsets the epoch spans over all partitions */
    record Epoch(int epoch, Instant declaredAt, Instant publishedAt, long records, List<End> ends) {}

    record End(int partition, long end) {}

    /** A row of the view epoch_cuts; epoch is 0 where none was declared yet, partition -1 where an epoch has no cut. */
    private record Cut(
            String topic,
            int open,
            int published,
            int epoch,
            Instant declaredAt,
            Instant publishedAt,
            int partition,
            long end) {}

    private record Layers(Instant now, Batch batch, Speed speed) {}

    /** @param ends of the log by partition, as Kafka says; empty where it does not answer */
    static Coverage read(Connection connection, Optional<Map<Integer, Long>> ends) throws SQLException {
        Layers layers = Rows.select(connection, LAYERS, Coverage::layers).get(0);
        List<Cut> cuts = Rows.select(connection, EPOCHS, Coverage::cut);
        List<Partition> partitions = partitions(connection, ends);
        List<Epoch> epochs = epochs(cuts);
        Cut any = cuts.get(0);
        return new Coverage(
                layers.now(),
                any.topic(),
                any.open(),
                any.published(),
                epochs.stream()
                        .filter(epoch -> epoch.epoch() == any.published())
                        .map(Epoch::publishedAt)
                        .findFirst()
                        .orElse(null),
                any.open() - 1 > any.published() ? any.open() - 1 : null,
                layers.batch(),
                layers.speed(),
                new Kafka(ends.isPresent()),
                ends.map(known -> lag(partitions)).orElse(null),
                partitions,
                epochs.subList(Math.max(0, epochs.size() - SHOWN_EPOCHS), epochs.size()));
    }

    /** What changes when something was counted, cut or published, and only then. */
    List<Object> state() {
        return List.of(openEpoch, publishedEpoch, partitions, batch.running(), speed.running(), kafka.reachable());
    }

    /** How many records the speed layer has counted or rejected. */
    long counted() {
        return partitions.stream()
                .mapToLong(partition -> partition.accepted() + partition.rejected())
                .sum();
    }

    private static long lag(List<Partition> partitions) {
        return partitions.stream()
                .mapToLong(partition -> Math.max(0, partition.end() - partition.coveredTo()))
                .sum();
    }

    private static List<Partition> partitions(Connection connection, Optional<Map<Integer, Long>> ends)
            throws SQLException {
        Map<Integer, Partition> all = new TreeMap<>();
        ends.ifPresent(known ->
                known.forEach((partition, end) -> all.put(partition, new Partition(partition, 0, 0, 0, end, 0, 0))));
        Rows.select(connection, PARTITIONS, row -> partition(row, ends)).forEach(one -> all.put(one.partition(), one));
        return List.copyOf(all.values());
    }

    private static Partition partition(ResultSet row, Optional<Map<Integer, Long>> ends) throws SQLException {
        int partition = row.getInt("partition");
        long covered = row.getLong("covered_to");
        // The offsets of PostgreSQL may be newer than those of Kafka, which was asked a moment before.
        Long end = ends.map(known -> Math.max(covered, known.getOrDefault(partition, 0L)))
                .orElse(null);
        return new Partition(
                partition,
                row.getLong("batch_to"),
                row.getLong("speed_to"),
                covered,
                end,
                row.getLong("accepted"),
                row.getLong("rejected"));
    }

    private static Layers layers(ResultSet row) throws SQLException {
        return new Layers(
                instant(row, "now"),
                new Batch(row.getBoolean("batch_running"), instant(row, "batch_finished_at"), number(row, "batch_age")),
                new Speed(row.getBoolean("speed_running"), instant(row, "speed_updated_at"), number(row, "speed_age")));
    }

    private static Cut cut(ResultSet row) throws SQLException {
        int partition = row.getInt("partition");
        boolean none = row.wasNull();
        return new Cut(
                row.getString("topic"),
                row.getInt("open_epoch"),
                row.getInt("published_epoch"),
                row.getInt("epoch"),
                instant(row, "declared_at"),
                instant(row, "published_at"),
                none ? -1 : partition,
                row.getLong("end_offset"));
    }

    private static List<Epoch> epochs(List<Cut> cuts) {
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

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    private static Double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }
}
