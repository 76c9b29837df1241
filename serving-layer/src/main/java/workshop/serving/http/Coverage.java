package workshop.serving.http;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import workshop.handoff.HandOff;
import workshop.handoff.Sql;

/**
 * What an answer covers, and how old both sides are. All offsets are exclusive ends.
 *
 * @param currency of all amounts, as ISO 4217 writes it
 * @param pendingEpoch declared by a batch and not published yet; null if there is none
 * @param lag records in the log that no layer has counted; null if Kafka does not answer, or the log is another
 * @param history null if no batch is published
 */
record Coverage(
        Instant at,
        String currency,
        String topic,
        int openEpoch,
        int publishedEpoch,
        @Nullable Instant publishedAt,
        @Nullable Integer pendingEpoch,
        Batch batch,
        Speed speed,
        Kafka kafka,
        @Nullable Long lag,
        @Nullable History history,
        List<Partition> partitions,
        List<Epoch> epochs) {
    private static final String LAYERS = Sql.load(Coverage.class, "select-layers.sql");
    private static final String PARTITIONS = Sql.load(Coverage.class, "select-partitions.sql");
    private static final String HISTORY = Sql.load(Coverage.class, "select-history.sql");

    record Batch(
            boolean running,
            @Nullable Instant finishedAt,
            @Nullable Double ageSeconds) {}

    record Speed(
            boolean running,
            @Nullable Instant updatedAt,
            @Nullable Double ageSeconds) {}

    /** @param anotherLog why the log is not the one that was counted; null if it is, or if Kafka does not answer */
    record Kafka(boolean reachable, @Nullable String anotherLog) {}

    /** @param end of the log; null if Kafka does not answer, or the log is another */
    record Partition(
            int partition,
            long batchTo,
            long speedTo,
            long coveredTo,
            @Nullable Long end,
            long accepted,
            long rejected) {}

    /**
     * What the published totals hold that is not in the log.
     *
     * @param records of all history files
     */
    record History(long records, long files) {}

    private record Layers(Instant now, Batch batch, Speed speed) {}

    /**
     * @param log of about now; empty if Kafka does not answer
     * @param currency of all amounts
     */
    static Coverage read(Connection connection, Optional<LogEnds.State> log, String currency) throws SQLException {
        Layers layers = QueryRows.select(connection, LAYERS, Coverage::layers).get(0);
        HandOff handOff = HandOff.read(connection);
        List<Epoch> epochs = Epoch.last(connection);
        Optional<Map<Integer, Long>> ends = LogEnds.State.comparable(log);
        List<Partition> partitions = partitions(connection, ends);
        return new Coverage(
                layers.now(),
                currency,
                handOff.topic(),
                handOff.openEpoch(),
                handOff.publishedEpoch(),
                epochs.stream()
                        .filter(epoch -> epoch.epoch() == handOff.publishedEpoch())
                        .map(Epoch::publishedAt)
                        .findFirst()
                        .orElse(null),
                handOff.openEpoch() - 1 > handOff.publishedEpoch() ? handOff.openEpoch() - 1 : null,
                layers.batch(),
                layers.speed(),
                new Kafka(log.isPresent(), log.map(LogEnds.State::anotherLog).orElse(null)),
                ends.map(known -> lag(partitions)).orElse(null),
                QueryRows.select(connection, HISTORY, row -> new History(row.getLong("records"), row.getLong("files")))
                        .stream()
                        .findFirst()
                        .orElse(null),
                partitions,
                epochs);
    }

    /** What changes when something was counted, cut or published, and only then. */
    List<Object> state() {
        return List.of(openEpoch, publishedEpoch, partitions, batch.running(), speed.running(), kafka);
    }

    /** How many records the speed layer has counted or rejected. */
    long counted() {
        return partitions.stream()
                .mapToLong(partition -> partition.accepted() + partition.rejected())
                .sum();
    }

    /** Where both layers together end in the log, added up over the partitions. */
    long covered() {
        return partitions.stream().mapToLong(Partition::coveredTo).sum();
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
        QueryRows.select(connection, PARTITIONS, row -> partition(row, ends))
                .forEach(one -> all.put(one.partition(), one));
        return List.copyOf(all.values());
    }

    private static Partition partition(ResultSet row, Optional<Map<Integer, Long>> ends) throws SQLException {
        int partition = row.getInt("partition");
        long covered = row.getLong("covered_to");
        // The offsets of PostgreSQL may be newer than those of Kafka, which was asked a moment before.
        @Nullable
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
                QueryRows.instant(row, "now"),
                new Batch(
                        row.getBoolean("batch_running"),
                        QueryRows.instant(row, "batch_finished_at"),
                        number(row, "batch_age")),
                new Speed(
                        row.getBoolean("speed_running"),
                        QueryRows.instant(row, "speed_updated_at"),
                        number(row, "speed_age")));
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }
}
