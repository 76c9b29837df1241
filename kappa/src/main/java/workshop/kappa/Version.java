package workshop.kappa;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import workshop.settings.Command;
import workshop.settings.WorkshopException;
import workshop.transactions.Rule;

/**
 * A version of the job: what it counts, where it keeps its state, and which topics it counts.
 *
 * @param checkpoint the name of the folder of Spark's notes and state
 * @param windowSeconds how long an id is remembered
 * @param lastBatch the last micro-batch in the totals; -1 if there is none yet
 */
record Version(
        String name,
        Rule rule,
        String checkpoint,
        long windowSeconds,
        String historyTopicId,
        String topicId,
        long lastBatch,
        Instant createdAt) {

    static Version of(ResultSet row) throws SQLException {
        return new Version(
                row.getString("version"),
                Rule.labelled(row.getString("rule")),
                row.getString("checkpoint"),
                row.getLong("window_seconds"),
                row.getString("history_topic_id"),
                row.getString("topic_id"),
                row.getLong("last_batch"),
                row.getTimestamp("created_at").toInstant());
    }

    static void requireName(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,29}")) {
            throw WorkshopException.usage(
                    "A version cannot be called \"" + name + "\".",
                    "A name is a letter, then at most 29 letters, digits or underscores, all lower case.",
                    Command.KAPPA_RUN.with("--version v2"));
        }
    }

    /** A changed rule would mix two answers in one table. */
    void requireRule(Rule wanted) {
        if (wanted != null && wanted != rule) {
            throw WorkshopException.failed(
                    "The version " + name + " counts by the rule " + rule + ", not by " + wanted + ".",
                    "Its totals hold what that rule made of the log so far. A changed rule is another version, which reads"
                            + " the log from its first record.",
                    Command.KAPPA_RUN.with("--version another_name --rule " + wanted));
        }
    }
}
