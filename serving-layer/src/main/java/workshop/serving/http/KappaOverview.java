package workshop.serving.http;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import workshop.handoff.Sql;

/**
 * The versions of the Kappa job, the oldest first, and the rules that their totals are compared with: those behind the merged
 * totals of the same instant.
 */
record KappaOverview(Rules rules, List<KappaVersion> versions) {
    private static final String VERSIONS = Sql.load(KappaOverview.class, "select-kappa-versions.sql");
    private static final String PROGRESS = Sql.load(KappaOverview.class, "select-kappa-progress.sql");

    private record Progress(String version, String topic, int partition, long next) {}

    /** @param log the topics that Kappa counts, and where each ends */
    static KappaOverview read(Connection connection, List<LogEnds> log) throws SQLException {
        List<Progress> progress = QueryRows.select(
                connection,
                PROGRESS,
                row -> new Progress(
                        row.getString("version"),
                        row.getString("topic"),
                        row.getInt("partition"),
                        row.getLong("next_offset")));
        List<KappaVersion> versions = QueryRows.select(
                connection, VERSIONS, row -> version(row, topics(progress, row.getString("version"), log), log));
        return new KappaOverview(Rules.read(connection), versions);
    }

    private static List<KappaVersion.Topic> topics(List<Progress> progress, String version, List<LogEnds> log) {
        return log.stream()
                .map(topic -> covered(version, topic, next(progress, version, topic.topic())))
                .toList();
    }

    private static Map<Integer, Long> next(List<Progress> progress, String version, String topic) {
        return progress.stream()
                .filter(one -> one.version().equals(version) && one.topic().equals(topic))
                .collect(Collectors.toMap(Progress::partition, Progress::next));
    }

    private static KappaVersion.Topic covered(String version, LogEnds topic, Map<Integer, Long> next) {
        long covered = next.values().stream().mapToLong(Long::longValue).sum();
        return topic.now()
                .filter(state -> !state.others().contains(version))
                .map(state -> {
                    // The offsets of PostgreSQL may be newer than those of Kafka, which was asked a moment before.
                    Map<Integer, Long> ends = new TreeMap<>(state.ends());
                    next.forEach((partition, offset) -> ends.merge(partition, offset, Math::max));
                    long end = ends.values().stream().mapToLong(Long::longValue).sum();
                    return new KappaVersion.Topic(topic.topic(), covered, end, end - covered);
                })
                .orElse(new KappaVersion.Topic(topic.topic(), covered, null, null));
    }

    private static KappaVersion version(ResultSet row, List<KappaVersion.Topic> topics, List<LogEnds> log)
            throws SQLException {
        String version = row.getString("version");
        Timestamp updated = row.getTimestamp("updated_at");
        return new KappaVersion(
                version,
                row.getBoolean("promoted"),
                row.getBoolean("running"),
                row.getString("rule"),
                row.getLong("window_seconds"),
                row.getLong("read"),
                row.getLong("accepted"),
                row.getLong("duplicates"),
                row.getLong("conflicting"),
                row.getLong("rejected"),
                row.getLong("unchecked"),
                row.getLong("forgotten"),
                row.getTimestamp("created_at").toInstant(),
                updated == null ? null : updated.toInstant(),
                KappaVersion.behind(topics),
                log.stream().anyMatch(topic -> topic.now()
                        .filter(state -> state.others().contains(version))
                        .isPresent()),
                topics);
    }
}
