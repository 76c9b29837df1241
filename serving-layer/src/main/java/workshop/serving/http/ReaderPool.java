package workshop.serving.http;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.Driver;
import workshop.settings.Role;
import workshop.settings.Settings;

/** Connections as the role reader. Each piece of work sees one instant of the database, and may take five seconds. */
final class ReaderPool implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    private static final long WAIT_MS = 5_000;

    private final HikariDataSource pool;

    ReaderPool(Settings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("reader");
        config.setDriverClassName(Driver.class.getName());
        config.setJdbcUrl(settings.jdbcUrl());
        config.setUsername(Role.READER.user());
        config.setPassword(settings.password(Role.READER));
        config.addDataSourceProperty("ApplicationName", "workshop reader");
        config.addDataSourceProperty("socketTimeout", "10");
        config.addDataSourceProperty("connectTimeout", "3");
        config.setConnectionInitSql("set statement_timeout = '5s'");
        config.setAutoCommit(false);
        config.setReadOnly(true);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_MS);
        config.setValidationTimeout(1_000);
        config.setInitializationFailTimeout(-1);
        this.pool = new HikariDataSource(config);
    }

    /** Something that is read from the database. */
    @FunctionalInterface
    interface Work<T> {
        T read(Connection connection) throws SQLException;
    }

    /** Reads in one transaction, so at one instant. */
    <T> T read(Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            T result = work.read(connection);
            connection.commit();
            return result;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
