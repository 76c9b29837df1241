package workshop.kappa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import workshop.handoff.Sql;

/**
 * What a version has counted so far: {@code read = accepted + duplicates + rejected}.
 *
 * @param unchecked how many of the accepted are older than the window, so that they may be duplicates
 */
record VersionCounts(long read, long accepted, long duplicates, long rejected, long unchecked) {
    private static final String SELECT = Sql.load(VersionCounts.class, "select-counts.sql");

    static VersionCounts of(Connection connection, String version) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, version);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new VersionCounts(
                        row.getLong("read"),
                        row.getLong("accepted"),
                        row.getLong("duplicates"),
                        row.getLong("rejected"),
                        row.getLong("unchecked"));
            }
        }
    }
}
