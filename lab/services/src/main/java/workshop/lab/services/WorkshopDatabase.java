package workshop.lab.services;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import workshop.serving.Superuser;
import workshop.settings.Settings;

/** The database of the workshop and the role that owns it, in a new or a used server on this machine. */
record WorkshopDatabase(int port, String superuserPassword, Settings settings) {
    static final String NAME = "workshop";

    /**
     * Makes what is missing, and tells the server's version.
     *
     * @throws SQLException if the server does not answer, or is not the one of this data
     */
    String prepare(Path data) throws SQLException {
        String server = "127.0.0.1:" + port;
        Superuser superuser = new Superuser(server, superuserPassword);
        try (Connection connection = superuser.connect("postgres")) {
            requireServerOf(connection, data);
            closeToEverybody(connection);
            superuser.prepare(settings.with("postgres", server + "/" + NAME));
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    /** The server is ours alone. */
    private static void closeToEverybody(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("revoke all on database postgres, template1 from public");
        }
    }

    private static void requireServerOf(Connection connection, Path data) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show data_directory")) {
            rows.next();
            if (!data.toString().equals(rows.getString(1))) {
                throw new SQLException("another server: " + rows.getString(1));
            }
        }
    }
}
