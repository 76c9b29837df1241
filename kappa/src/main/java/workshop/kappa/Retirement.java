package workshop.kappa;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import workshop.handoff.Database;
import workshop.handoff.Sql;
import workshop.settings.Advice;
import workshop.settings.Command;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/** The end of a version: its table and its state are deleted. */
public final class Retirement {
    private static final String SERVING = Sql.load(Retirement.class, "select-serving.sql");

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private Retirement() {}

    /** @throws WorkshopException if it is not there, answers at this moment, or runs */
    public static void drop(Settings settings, String name) {
        try (Connection connection = Database.connect(settings, Role.KAPPA)) {
            Versions versions = new Versions(connection);
            Version version = versions.get(name);
            requireNotServing(connection, name);
            versions.lock(name);
            versions.drop(name);
            Path state = new Path(settings.checkpoints(), version.checkpoint());
            state.getFileSystem(new Configuration()).delete(state, true);
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw WorkshopException.failed(
                        "Somebody is reading the totals of Kappa, in a transaction that does not end.",
                        "PostgreSQL drops no table that is being read. After ten seconds nothing was dropped.",
                        Advice.of(Command.KAPPA_DROP.with(name), ", once that transaction has ended"),
                        e);
            }
            throw Database.refused(settings, Role.KAPPA, e);
        } catch (IOException e) {
            throw WorkshopException.failed(
                    "The version " + name + " is dropped, but its state could not be deleted.",
                    WorkshopException.firstLine(e),
                    "delete its folder by hand, in " + settings.checkpoints(),
                    e);
        }
    }

    private static void requireNotServing(Connection connection, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SERVING);
                ResultSet row = select.executeQuery()) {
            row.next();
            if (name.equals(row.getString("version"))) {
                throw WorkshopException.failed(
                        "The version " + name + " answers at this moment.",
                        "Without it kappa_customer_totals would be empty.",
                        Advice.of(Command.KAPPA_PROMOTE.with("another_name"), ", then drop this one"));
            }
        }
    }
}
