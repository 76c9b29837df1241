package workshop.handoff;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import workshop.settings.Advice;
import workshop.settings.WorkshopException;

/**
 * Which topic the totals in PostgreSQL are counted from. The first layer that runs writes it down; from then on, offsets
 * of another topic, or of one that was deleted and created again, are refused: they would name other records.
 */
public final class TopicIdentity {
    private static final String CLAIM = Sql.load(TopicIdentity.class, "claim-topic.sql");

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
        require(log.topic(), id, HandOff.read(connection));
        return id;
    }

    /**
     * Requires that what PostgreSQL has counted is of this topic, as somebody has claimed it before.
     *
     * @param id of the topic
     * @throws WorkshopException if it is of another, or of none
     */
    public static void require(String topic, String id, HandOff counted) {
        if (!id.equals(counted.topicId())) {
            throw anotherTopic(topic, counted.topic());
        }
    }

    /**
     * Requires that the topic has the id that was counted. If it has another, it was made anew under its name.
     *
     * @param countedId null if nothing is counted yet: every topic will do
     * @throws WorkshopException if it has another
     */
    public static void require(TopicLog log, String countedId) {
        objection(log, log.topic(), countedId).ifPresent(why -> {
            throw why;
        });
    }

    /** Why the topic is not the one of this name and id; empty if it is, or if that id is null: nothing is counted yet. */
    static Optional<WorkshopException> objection(TopicLog log, String counted, String countedId) {
        return countedId == null || countedId.equals(log.topicId())
                ? Optional.empty()
                : Optional.of(anotherTopic(log.topic(), counted));
    }

    private static WorkshopException anotherTopic(String topic, String counted) {
        String why = topic.equals(counted)
                ? "It was deleted and created again: its id changed, so its offsets name other records than those that"
                        + " were counted. Records of the old topic that no batch had archived are gone."
                : "The totals in PostgreSQL are counted from the topic " + counted + ".";
        return WorkshopException.failed(
                "The topic " + topic + " is not the one that was counted.", why, Advice.BEGIN_ANEW);
    }
}
