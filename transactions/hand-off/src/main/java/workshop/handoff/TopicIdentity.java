package workshop.handoff;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import workshop.settings.Advice;
import workshop.settings.WorkshopException;

/**
 * Which topic the totals in PostgreSQL are counted from. The first layer that runs writes it down; from then on, offsets
 * of another topic, or of one that was deleted and created again, are refused: they would name other records.
 */
public final class TopicIdentity {
    private static final String CLAIM = Sql.load(TopicIdentity.class, "claim-topic.sql");
    private static final String SELECT = Sql.load(TopicIdentity.class, "select-topic.sql");

    private TopicIdentity() {}

    /** Claims the topic for this database, or checks that it is the one claimed before and keeps its
     * records. Returns its id. */
    public static String claim(Connection connection, TopicLog log) throws SQLException {
        log.requireNotCompacted();
        String id = log.topicId();
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setString(1, log.topic());
            claim.setString(2, id);
            claim.executeUpdate();
        }
        check(connection, log.topic(), id);
        return id;
    }

    private static void check(Connection connection, String topic, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT);
                ResultSet row = select.executeQuery()) {
            row.next();
            if (!id.equals(row.getString("topic_id"))) {
                throw anotherTopic(topic, row.getString("topic"));
            }
        }
    }

    /** The error where offsets in PostgreSQL belong to another topic than the one in Kafka. */
    public static WorkshopException anotherTopic(String topic, String counted) {
        String why = topic.equals(counted)
                ? "It was deleted and created again: its id changed, so its offsets name other records than those that"
                        + " were counted. Records of the old topic that no batch had archived are gone."
                : "The totals in PostgreSQL are counted from the topic " + counted + ".";
        return WorkshopException.failed(
                "The topic " + topic + " is not the one that was counted.", why, Advice.BEGIN_ANEW);
    }
}
