package workshop.handoff;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/** Connections to PostgreSQL, each as the role of who asks. */
public final class Database {
    private Database() {}

    /**
     * A new connection that commits on its own until told otherwise.
     *
     * @throws WorkshopException where PostgreSQL does not answer or refuses the role
     */
    public static Connection connect(Settings settings, Role role) {
        Properties properties = new Properties();
        properties.setProperty("user", role.user());
        properties.setProperty("password", settings.password(role));
        properties.setProperty("ApplicationName", "workshop " + role.user());
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        try {
            return DriverManager.getConnection(settings.jdbcUrl(), properties);
        } catch (SQLException e) {
            throw refused(settings, role, e);
        }
    }

    /** The error for a person behind a connection that failed. */
    public static WorkshopException refused(Settings settings, Role role, SQLException e) {
        String where = settings.jdbcUrl().replaceFirst("^jdbc:postgresql://", "");
        if (e.getSQLState() != null && e.getSQLState().startsWith("28")) {
            return WorkshopException.failed(
                    "PostgreSQL at " + where + " refuses the role " + role.user() + ".",
                    "Its password is another, or the tables and roles were not made yet: " + e.getMessage() + ".",
                    "./workshop up, or set " + Settings.variable("password." + role.user()),
                    e);
        }
        return WorkshopException.failed(
                "PostgreSQL does not answer at " + where + ".",
                "It is not running, or it was started with another address: " + e.getMessage(),
                "./workshop status, then ./workshop up",
                e);
    }
}
