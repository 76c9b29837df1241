package workshop.serving.http;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import workshop.handoff.CountedLog;
import workshop.handoff.RecordMark;
import workshop.handoff.Sql;

/**
 * What has been counted of a topic.
 *
 * @param layers by both layers of Lambda
 * @param versions by each version of the Kappa job
 */
record CountedLogs(CountedLog layers, Map<String, CountedLog> versions) {
    private static final String OF_VERSIONS = Sql.load(CountedLogs.class, "select-kappa-logs.sql");

    /** Of the topic of the transactions. */
    static CountedLogs ofTransactions(Connection connection, String topic) throws SQLException {
        return new CountedLogs(CountedLog.read(connection), ofVersions(connection, topic, "topic_id"));
    }

    /** Of the topic of the history, which Kappa alone counts. */
    static CountedLogs ofHistory(Connection connection, String topic) throws SQLException {
        CountedLog nothing = new CountedLog(null, null, List.of());
        return new CountedLogs(nothing, ofVersions(connection, topic, "history_topic_id"));
    }

    private static Map<String, CountedLog> ofVersions(Connection connection, String topic, String idColumn)
            throws SQLException {
        Map<String, String> ids = new TreeMap<>();
        Map<String, List<RecordMark>> marks = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(OF_VERSIONS)) {
            select.setString(1, topic);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    String version = rows.getString("version");
                    ids.put(version, rows.getString(idColumn));
                    CountedLog.addMark(rows, marks.computeIfAbsent(version, none -> new ArrayList<>()));
                }
            }
        }
        Map<String, CountedLog> logs = new TreeMap<>();
        ids.forEach((version, id) -> logs.put(version, new CountedLog(topic, id, marks.get(version))));
        return logs;
    }
}
