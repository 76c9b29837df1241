package workshop.lab.commands;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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
            arity = "1..*",
            hideParamSyntax = true,
            description = "One select, in quotes, as in: ./workshop sql 'select sum(total) from customer_totals'")
    private List<String> words;

    @Override
    public Integer call() {
        String command = "./workshop sql" + common.homeOption();
        if (words.size() > 1) {
            throw SqlMistake.unquoted(words.size(), command);
        }
        Settings settings = common.settings();
        try (Connection connection = Database.connect(settings, Role.READER);
                Statement run = connection.createStatement()) {
            print(run, words.get(0), command);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return 0;
    }

    private static void print(Statement run, String statement, String command) throws SQLException {
        Rows rows = null;
        try {
            if (run.execute(statement)) {
                try (ResultSet results = run.getResultSet()) {
                    rows = Rows.of(results);
                }
            }
            if (run.getMoreResults() || run.getUpdateCount() >= 0) {
                throw SqlMistake.several(command);
            }
        } catch (SQLException e) {
            throw SqlMistake.refused(e, statement, command);
        }
        if (rows != null) {
            System.out.print(Format.TABLE.write(rows));
            System.out.println("  (" + Plural.of(rows.rows().size(), "row") + ")");
        }
    }
}
