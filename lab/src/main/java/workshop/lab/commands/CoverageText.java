package workshop.lab.commands;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import workshop.handoff.Database;
import workshop.handoff.Sql;
import workshop.settings.Role;
import workshop.settings.Settings;

/** What the speed layer has counted, in a line. */
final class CoverageText {
    private static final String SUM = Sql.load(CoverageText.class, "sum-coverage.sql");

    private CoverageText() {}

    static String speedLayer(Settings settings) {
        try (Connection connection = Database.connect(settings, Role.READER);
                PreparedStatement select = connection.prepareStatement(SUM);
                ResultSet row = select.executeQuery()) {
            row.next();
            return String.format(
                    Locale.ROOT,
                    "The speed layer has counted %,d transactions and sent %,d rejected records to %s.",
                    row.getLong("accepted"),
                    row.getLong("rejected"),
                    settings.deadLetterTopic());
        } catch (SQLException e) {
            throw Database.refused(settings, Role.READER, e);
        }
    }
}
