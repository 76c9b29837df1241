package workshop.serving;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import workshop.handoff.Sql;
import workshop.settings.Role;
import workshop.settings.Settings;

/**
 * The superuser of a PostgreSQL server. Makes the database of the workshop and the role that owns it; nothing else is done
 * with its rights.
 *
 * @param server host:port
 */
public record Superuser(String server, String password) {
    public static final String NAME = "postgres";
    private static final String SECONDS = "10";
    private static final String OPEN_FUNCTIONS = Sql.load(Superuser.class, "select-open-functions.sql");

    /**
     * Makes what is missing, sets the owner's password, and closes the database to everybody else, with those functions of
     * PostgreSQL by which a reader could stop the layers.
     *
     * @param settings name the database and the owner's password
     */
    public void prepare(Settings settings) throws SQLException {
        String database = "\"" + settings.database() + "\"";
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            prepareOwner(connection, settings);
            if (!exists(connection, "select 1 from pg_database where datname = ?", settings.database())) {
                statement.execute("create database " + database + " owner " + Role.OWNER.user());
            }
            statement.execute("revoke all on database " + database + " from public");
        }
        try (Connection workshop = connect(settings.database());
                Statement statement = workshop.createStatement()) {
            statement.execute("revoke all on schema public from public");
            statement.execute("grant set on parameter temp_file_limit to " + Role.OWNER.user());
            for (String function : openFunctions(workshop)) {
                statement.execute("revoke execute on function " + function + " from public");
                statement.execute(
                        "grant execute on function " + function + " to " + Role.OWNER.user() + " with grant option");
            }
        }
    }

    /**
     * The functions of PostgreSQL in this database that every role may call, and that should be the layers' alone: signatures
     * with the types of their parameters. None once {@link #prepare} was here.
     */
    static List<String> openFunctions(Connection connection) throws SQLException {
        List<String> functions = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(OPEN_FUNCTIONS);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                functions.add(rows.getString("signature"));
            }
        }
        return functions;
    }

    private static void prepareOwner(Connection connection, Settings settings) throws SQLException {
        String owner = Role.OWNER.user();
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", owner)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create role " + owner + " login createrole");
            }
        }
        // Hashed before it is sent: the password itself is in no statement, and so in no log.
        connection
                .unwrap(PGConnection.class)
                .alterUserPassword(owner, settings.password(Role.OWNER).toCharArray(), "scram-sha-256");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** A connection to one of the server's databases. */
    public Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", NAME);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("socketTimeout", SECONDS);
        properties.setProperty("ApplicationName", "workshop superuser");
        return new Driver().connect("jdbc:postgresql://" + server + "/" + database, properties);
    }
}
