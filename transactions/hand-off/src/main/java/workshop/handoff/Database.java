package workshop.handoff;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.postgresql.Driver;
import workshop.settings.Advice;
import workshop.settings.Command;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/** Connections to PostgreSQL, each as the role of who asks. */
public final class Database {
    private static final String UNLOCK = Sql.load(Database.class, "unlock-session.sql");

    /** The SQL state of a session that was idle in a transaction for longer than its role may. */
    static final String IDLE_IN_TRANSACTION = "25P03";

    private static final long CONNECT_SECONDS = 10;

    private Database() {}

    /**
     * A new connection for short questions, that commits on its own until told otherwise. It is lost if an answer takes twice
     * as long as {@link Settings#postgresSilence()}.
     *
     * @throws WorkshopException if PostgreSQL does not answer or refuses the role
     */
    public static Connection connect(Settings settings, Role role) {
        return connect(settings, role, settings.postgresSilence().multipliedBy(2));
    }

    /**
     * A new connection whose statements may take as long as they like: somebody else must notice that PostgreSQL has
     * vanished, as {@link SessionWatch} does. It commits on its own until told otherwise.
     *
     * @throws WorkshopException if PostgreSQL does not answer or refuses the role
     */
    public static Connection session(Settings settings, Role role) {
        Connection session = connect(settings, role);
        try {
            session.setNetworkTimeout(Runnable::run, 0);
            return session;
        } catch (SQLException e) {
            throw refused(settings, role, e);
        }
    }

    /** @param timeout for the connection, and then for each answer; a part of a second counts as a whole one */
    static Connection connect(Settings settings, Role role, Duration timeout) {
        long seconds = Math.max(1, timeout.toSeconds());
        Properties properties = new Properties();
        properties.setProperty("user", role.user());
        properties.setProperty("password", settings.password(role));
        properties.setProperty("ApplicationName", "workshop " + role.user());
        properties.setProperty("connectTimeout", String.valueOf(Math.min(CONNECT_SECONDS, seconds)));
        properties.setProperty("socketTimeout", String.valueOf(seconds));
        properties.setProperty("tcpKeepAlive", "true");
        try {
            // Not by way of DriverManager: it may not see a driver that came in a jar to a worker.
            return new Driver().connect(settings.jdbcUrl(), properties);
        } catch (SQLException e) {
            throw refused(settings, role, e);
        }
    }

    /**
     * Gives back the locks that a session holds until its end. By its end alone, they would go a moment after {@code close}
     * has returned, and who asks in that moment is told that somebody still holds them. A lost session holds none.
     */
    public static void unlock(Connection session) throws SQLException {
        if (!session.isClosed() && session.isValid(1)) {
            try (Statement statement = session.createStatement()) {
                statement.execute(UNLOCK);
            }
        }
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws SQLException, E;
    }

    /** Does the work in a transaction of a connection that commits on its own otherwise: all of it, or nothing. */
    public static <T, E extends Exception> T inTransaction(Connection connection, Work<T, E> work)
            throws SQLException, E {
        connection.setAutoCommit(false);
        T result;
        try {
            result = work.run();
            connection.commit();
        } catch (Exception e) {
            undo(connection, e);
            throw e;
        }
        connection.setAutoCommit(true);
        return result;
    }

    /** On a connection that is lost, PostgreSQL has undone the transaction already. */
    private static void undo(Connection connection, Exception why) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException lost) {
            why.addSuppressed(lost);
        }
    }

    /** The error for a person behind a connection that failed. */
    public static WorkshopException refused(Settings settings, Role role, SQLException e) {
        String where = settings.jdbcUrl().replaceFirst("^jdbc:postgresql://", "");
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("28")) {
            return WorkshopException.failed(
                    "PostgreSQL at " + where + " refuses the role " + role.user() + ".",
                    "Its password is another, or the tables and roles were not made yet: " + e.getMessage() + ".",
                    Advice.of(Command.UP, ", or set " + Settings.variable("password." + role.user())),
                    e);
        }
        if (state.equals(IDLE_IN_TRANSACTION)) {
            return WorkshopException.failed(
                    "PostgreSQL at " + where + " has ended a transaction of the role " + role.user() + ".",
                    "The process stood still in the middle of it: it was stopped (Ctrl-Z, a laptop's sleep), or waited too"
                            + " long for something else. Others wait for its locks. Nothing of the transaction holds.",
                    "the same command again",
                    e);
        }
        if (!state.isEmpty() && !isUnreachable(state)) {
            return WorkshopException.failed(
                    "PostgreSQL at " + where + " refuses what the role " + role.user() + " wants to do.",
                    WorkshopException.firstLine(e),
                    Advice.of(
                            Command.UP,
                            ", which brings tables and rights to their newest version; then the same again"),
                    e);
        }
        return WorkshopException.failed(
                "PostgreSQL does not answer at " + where + ".",
                "It is not running, or it was started with another address: " + e.getMessage(),
                Advice.of(Command.STATUS, ", then ", Command.UP),
                e);
    }

    /** Whether this SQL state says that the connection failed, or that the server is going down or coming up. */
    public static boolean isUnreachable(String state) {
        return state.startsWith("08") || state.startsWith("57P");
    }
}
