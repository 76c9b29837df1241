package workshop.lab.commands;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workshop.handoff.Database;
import workshop.lab.text.Format;
import workshop.lab.text.Rows;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

@Command(
        name = "query",
        header = "Ask the serving layer: the merged totals, or another view.",
        description = {
            "customer_totals is the merge: batch totals of the published epoch plus speed totals of the epochs after it.",
            "customer_totals_naive and customer_totals_by_clock are the two wrong merges, to compare with."
        })
final class QueryCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(names = "--customer", paramLabel = "NAME", description = "Only this customer.")
    private String customer;

    @Option(
            names = "--view",
            paramLabel = "VIEW",
            defaultValue = "customer_totals",
            completionCandidates = View.Names.class,
            description = "One of: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private String viewName;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description =
                    "table, csv or json. Default: ${DEFAULT-VALUE}. In csv, a text that a spreadsheet would run as a formula"
                            + " has an apostrophe before it.")
    private Format format;

    @Mixin
    private WideOption wide;

    @Override
    public Integer call() {
        View view = View.named(viewName);
        boolean isBrief = wide.isBrief(format);
        String select = isBrief ? view.selectBrief(customer != null) : view.select(customer != null);
        Rows rows = rows(common.settings(), select, customer);
        if (rows.rows().isEmpty() && customer != null) {
            throw WorkshopException.failed(
                    "No customer \"" + customer + "\" is in " + view + ".",
                    "Names are compared letter by letter; or no transaction of this customer is counted yet.",
                    "./workshop query" + common.homeOption() + ", which lists all customers");
        }
        System.out.print(wide.write(format, isBrief && view.isStacked() ? rows.stacked() : rows));
        if (rows.rows().isEmpty() && format == Format.TABLE) {
            System.out.println("  (no rows)");
        }
        return 0;
    }

    /** The rows of a view, of one customer or, if it is null, of all. */
    static Rows rows(Settings settings, View view, String customer) {
        return rows(settings, view.select(customer != null), customer);
    }

    private static Rows rows(Settings settings, String select, String customer) {
        try (Connection connection = Database.connect(settings, Role.READER);
                PreparedStatement asked = connection.prepareStatement(select)) {
            if (customer != null) {
                asked.setString(1, customer);
            }
            try (ResultSet results = asked.executeQuery()) {
                return Rows.of(results);
            }
        } catch (SQLException e) {
            throw Database.refused(settings, Role.READER, e);
        }
    }
}
