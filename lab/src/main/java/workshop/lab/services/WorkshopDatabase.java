package workshop.lab.services;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.PGConnection;
import workshop.settings.Role;
import workshop.settings.Settings;

/** The database of the workshop and the role that owns it, in a new or a used server. */
record WorkshopDatabase(int port, String superuserPassword, Settings settings) {
    static final String NAME = "workshop";
    static final String SUPERUSER = "postgres";
    private static final String SECONDS = "10";

    /**
     * Makes what is missing, and tells the server's version.
     *
     * @throws SQLException if the server does not answer, or is not the one of this data
     */
    String prepare(Path data) throws SQLException {
        try (Connection connection = connect("postgres")) {
            requireServerOf(connection, data);
            prepareOwner(connection);
            prepareDatabase(connection);
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    private void requireServerOf(Connection connection, Path data) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show data_directory")) {
            rows.next();
            if (!data.toString().equals(rows.getString(1))) {
                throw new SQLException("another server: " + rows.getString(1));
            }
        }
    }

    private void prepareOwner(Connection connection) throws SQLException {
        String owner = Role.OWNER.user();
        try (Statement statement = connection.createStatement()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", owner)) {
                statement.execute("create role " + owner + " login createrole");
            }
            // Hashed before it is sent: the password itself is in no statement, and so in no log.
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(owner, settings.password(Role.OWNER).toCharArray(), "scram-sha-256");
        }
    }

    private void prepareDatabase(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!exists(connection, "select 1 from pg_database where datname = ?", NAME)) {
                statement.execute("create database " + NAME + " owner " + Role.OWNER.user());
            }
            statement.execute("revoke all on database " + NAME + ", postgres, template1 from public");
        }
        try (Connection workshop = connect(NAME);
                Statement statement = workshop.createStatement()) {
            statement.execute("revoke all on schema public from public");
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", superuserPassword);
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("socketTimeout", SECONDS);
        properties.setProperty("ApplicationName", "workshop lab");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    }
}
