package workshop.handoff;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.postgresql.Driver;
import workshop.settings.Role;
import workshop.settings.Settings;

/** One pool of connections a JVM, database and role: for layers that commit often, from several tasks. */
public final class Connections {
    private static final int ATTEMPTS = 3;
    private static final Map<String, HikariDataSource> POOLS = new ConcurrentHashMap<>();

    private Connections() {}

    /**
     * A pool of connections that do not commit on their own. It gives one within {@link Settings#postgresSilence()},
     * PostgreSQL's restart included, or fails. Nobody watches its connections: see {@link #once}.
     */
    public static DataSource pool(Settings settings, Role role) {
        return hikari(settings, role);
    }

    private static HikariDataSource hikari(Settings settings, Role role) {
        return POOLS.computeIfAbsent(role.user() + "@" + settings.jdbcUrl(), address -> {
            HikariConfig config = new HikariConfig();
            config.setPoolName(role.user());
            config.setDriverClassName(Driver.class.getName()); // which a worker knows only from our jar
            config.setJdbcUrl(settings.jdbcUrl());
            config.setUsername(role.user());
            config.setPassword(settings.password(role));
            config.addDataSourceProperty("ApplicationName", "workshop " + role.user());
            config.addDataSourceProperty("connectTimeout", "10");
            config.addDataSourceProperty("loginTimeout", "10");
            config.addDataSourceProperty("tcpKeepAlive", "true");
            config.setAutoCommit(false);
            config.setMaximumPoolSize(16);
            config.setMinimumIdle(0);
            config.setConnectionTimeout(settings.postgresSilence().toMillis());
            config.setInitializationFailTimeout(-1);
            return new HikariDataSource(config);
        });
    }

    /** What is done on a connection of a pool. It commits by itself. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Does the work on a connection that is watched: if PostgreSQL vanishes, it fails as with any lost connection. */
    public static <T> T once(Settings settings, Role role, Work<T> work) throws SQLException {
        try (Connection connection = pool(settings, role).getConnection();
                SessionWatch watch = SessionWatch.over(connection, settings, role)) {
            return work.run(connection);
        }
    }

    /**
     * Does the work, a second and a third time if the connection was lost or PostgreSQL asks for it. A lost connection
     * leaves open whether the commit was done: the work must recognise that itself.
     */
    public static <T> T withRetry(Settings settings, Role role, Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(settings, role, work);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !isTransient(e)) {
                    throw Database.refused(settings, role, e);
                }
                if (isLost(e)) {
                    // The others were lost with it, as a rule: each of them would cost an attempt.
                    hikari(settings, role).getHikariPoolMXBean().softEvictConnections();
                }
            }
        }
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    private static boolean isLost(SQLException e) {
        return Database.isUnreachable(state(e));
    }

    private static boolean isTransient(SQLException e) {
        String state = state(e);
        return e instanceof SQLTransientException
                || isLost(e)
                || state.equals(Database.IDLE_IN_TRANSACTION)
                || state.startsWith("40"); // deadlock, serialization
    }
}
