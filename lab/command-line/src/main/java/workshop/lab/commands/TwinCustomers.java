package workshop.lab.commands;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import workshop.handoff.Database;
import workshop.handoff.Sql;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.transactions.Twins;

/** Points to customers that are likely one, written in two ways: each has a total of its own. */
final class TwinCustomers {
    private static final String SELECT = Sql.load(TwinCustomers.class, "select-customers.sql");
    /** Among so many they are looked for; their names take PostgreSQL and this process a fraction of a second. */
    private static final int LOOKED_AT = 100_000;

    private static final int SECONDS = 2;
    private static final String CANCELLED = "57014";
    private static final int SHOWN = 5;

    private TwinCustomers() {}

    /** For {@code status}: a line, or nothing if there are none. */
    static String among(Settings settings) {
        List<String> customers;
        try {
            customers = customers(settings);
        } catch (SQLException e) {
            if (CANCELLED.equals(e.getSQLState())) {
                return "twins       not looked for: PostgreSQL took more than " + SECONDS + " seconds\n";
            }
            throw Database.refused(settings, Role.READER, e);
        }
        if (customers.size() > LOOKED_AT) {
            return String.format(
                    Locale.ROOT, "twins       not looked for: there are more than %,d customers%n", LOOKED_AT);
        }
        List<Twins> twins = Twins.among(customers);
        return twins.isEmpty() ? "" : "twins       " + words(twins) + ": likely one customer, counted apart\n";
    }

    /** For a file: a sentence, or nothing if there are none. */
    static String sentence(Iterable<String> customers) {
        List<Twins> twins = Twins.among(customers);
        return twins.isEmpty() ? "" : "Likely one customer, counted apart: " + words(twins) + ".\n";
    }

    private static String words(List<Twins> twins) {
        String words = twins.stream().limit(SHOWN).map(Twins::words).collect(Collectors.joining("; "));
        return twins.size() > SHOWN
                ? words + String.format(Locale.ROOT, "; and %,d more", twins.size() - SHOWN)
                : words;
    }

    /** One more than are looked at, if there are more. */
    private static List<String> customers(Settings settings) throws SQLException {
        try (Connection connection = Database.connect(settings, Role.READER);
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setInt(1, LOOKED_AT + 1);
            select.setQueryTimeout(SECONDS);
            List<String> customers = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    customers.add(rows.getString(1));
                }
            }
            return customers;
        }
    }
}
