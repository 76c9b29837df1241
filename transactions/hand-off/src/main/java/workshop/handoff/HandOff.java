package workshop.handoff;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the hand-off stands, as both layers and the reader may see it.
 *
 * @param topic that is counted; null if nothing is counted yet
 * @param topicId Kafka's id of the topic; null if nothing is counted yet
 * @param openEpoch the epoch that has no end yet: one more than the last that was cut
 * @param publishedEpoch the last epoch that the batch totals cover; 0 if no batch has published yet
 * @param at when this was read, by PostgreSQL's clock
 */
public record HandOff(@Nullable String topic, @Nullable String topicId, int openEpoch, int publishedEpoch, Instant at) {
    private static final String SELECT = Sql.load(HandOff.class, "select-hand-off.sql");

    public static HandOff read(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new HandOff(
                    row.getString("topic"),
                    row.getString("topic_id"),
                    row.getInt("open_epoch"),
                    row.getInt("published_epoch"),
                    row.getTimestamp("at").toInstant());
        }
    }
}
