package workshop.batch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import workshop.handoff.Sql;
import workshop.settings.ShownPath;
import workshop.transactions.history.ContentDigest;

/**
 * A history file that the last publication was made of.
 *
 * @param bytes its length then
 * @param held what it held; null if it was published before that was noted
 */
record PublishedFile(String path, long bytes, Instant modifiedAt, ContentDigest held) {
    private static final String SELECT = Sql.load(PublishedFile.class, "select-history.sql");

    /** In the order in which they were read; empty if nothing is published yet. */
    static List<PublishedFile> ofLastPublication(Connection connection) throws SQLException {
        List<PublishedFile> files = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String sha256 = row.getString("held_sha256");
                files.add(new PublishedFile(
                        row.getString("path"),
                        row.getLong("bytes"),
                        row.getTimestamp("modified_at").toInstant(),
                        sha256 == null ? null : new ContentDigest(row.getLong("held_bytes"), sha256)));
            }
        }
        return files;
    }

    /** As a person writes it. */
    String shown() {
        return ShownPath.of(path);
    }

    /** Whether it had nothing that could be missed. */
    boolean isEmpty() {
        return bytes == 0 || (held != null && held.bytes() == 0);
    }

    /** Whether a file has the same length and time: all that is known of one whose content was not noted. */
    boolean looksLike(HadoopFile file) {
        return bytes == file.length()
                && modifiedAt
                        .truncatedTo(ChronoUnit.MILLIS)
                        .equals(file.modifiedAt().truncatedTo(ChronoUnit.MILLIS));
    }
}
