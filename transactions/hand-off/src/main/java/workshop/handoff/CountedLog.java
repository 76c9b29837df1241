package workshop.handoff;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The log that totals in PostgreSQL are counted from, as PostgreSQL knows it.
 *
 * @param topic null if nothing is counted yet
 * @param topicId Kafka's id of the topic; null if nothing is counted yet
 * @param marks of the last counted records, at least one for each partition; none for a partition that an older workshop,
 *     which kept no marks, counted last
 */
public record CountedLog(@Nullable String topic, @Nullable String topicId, List<RecordMark> marks) {
    private static final String SELECT = Sql.load(CountedLog.class, "select-counted-log.sql");

    public CountedLog {
        marks = List.copyOf(marks);
    }

    /** What the batch layer and the speed layer have counted, as both layers and the reader may see it. */
    public static CountedLog read(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT);
                ResultSet rows = select.executeQuery()) {
            String topic = null;
            String id = null;
            List<RecordMark> marks = new ArrayList<>();
            while (rows.next()) {
                topic = rows.getString("topic");
                id = rows.getString("topic_id");
                addMark(rows, marks);
            }
            return new CountedLog(topic, id, marks);
        }
    }

    /** Adds the mark in a row's columns partition, mark_offset and mark, if it has one. */
    public static void addMark(ResultSet row, List<RecordMark> marks) throws SQLException {
        long hash = row.getLong("mark");
        if (!row.wasNull()) {
            marks.add(new RecordMark(row.getInt("partition"), row.getLong("mark_offset"), hash));
        }
    }
}
