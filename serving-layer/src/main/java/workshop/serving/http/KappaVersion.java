package workshop.serving.http;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A version of the Kappa job: its totals are those of the records it has read, at this instant.
 *
 * @param promoted whether its totals are the ones that kappa_customer_totals shows
 * @param read accepted + duplicates + rejected
 * @param conflicting duplicates that say something else than the record that counts
 * @param unchecked accepted although older than the window: their ids may have been forgotten
 * @param forgotten ids that have left the state
 * @param updatedAt null if it has counted nothing yet
 * @param behind records in the log that it has not counted; null if Kafka does not answer, or the log is another
 * @param anotherLog whether the log is not the one that it has counted
 */
record KappaVersion(
        String version,
        boolean promoted,
        boolean running,
        String rule,
        long windowSeconds,
        long read,
        long accepted,
        long duplicates,
        long conflicting,
        long rejected,
        long unchecked,
        long forgotten,
        Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Long behind,
        boolean anotherLog,
        List<Topic> topics) {
    KappaVersion {
        requireNonNull(version, "version is null");
        topics = List.copyOf(topics);
    }

    /**
     * How far it is in a topic of the log, over all partitions.
     *
     * @param covered how many offsets it has counted
     * @param end of the topic; null if Kafka does not answer
     */
    record Topic(
            String topic,
            long covered,
            @Nullable Long end,
            @Nullable Long behind) {}

    /** Over all topics; null if one of them is not known. */
    static @Nullable Long behind(List<Topic> topics) {
        return topics.stream().map(Topic::behind).anyMatch(Objects::isNull)
                ? null
                : Long.valueOf(topics.stream().mapToLong(Topic::behind).sum());
    }
}
