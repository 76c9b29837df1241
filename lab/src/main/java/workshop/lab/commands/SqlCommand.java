package workshop.lab.commands;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import workshop.handoff.Database;
import workshop.lab.text.Format;
import workshop.lab.text.Rows;
import workshop.settings.Plural;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

@Command(
        name = "sql",
        header = "Run a select as the role reader.",
        description =
                "The reader sees the views customer_totals, customer_totals_naive, customer_totals_by_clock, coverage,"
                        + " epoch_cuts, published_history, batch_report, rejected and duplicates, and can change nothing.")
final class SqlCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Parameters(
            paramLabel = "STATEMENT",
            description = "As in: ./workshop sql 'select sum(total) from customer_totals'")
    private String statement;

    @Override
    public Integer call() {
        Settings settings = common.settings();
        try (Connection connection = Database.connect(settings, Role.READER);
                Statement run = connection.createStatement()) {
            print(run);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return 0;
    }

    private void print(Statement run) throws SQLException {
        try {
            if (run.execute(statement)) {
                try (ResultSet results = run.getResultSet()) {
                    Rows rows = Rows.of(results);
                    System.out.print(Format.TABLE.write(rows));
                    System.out.println("  (" + Plural.of(rows.rows().size(), "row") + ")");
                }
            }
        } catch (SQLException e) {
            throw WorkshopException.usage(
                    "PostgreSQL refuses the statement.",
                    e.getMessage().replaceAll("\\s*\\R\\s*", " "),
                    "./workshop sql --help, for what the reader may see");
        }
    }
}
