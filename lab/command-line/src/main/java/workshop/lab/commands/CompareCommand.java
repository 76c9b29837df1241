package workshop.lab.commands;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workshop.lab.text.Format;
import workshop.lab.text.Rows;
import workshop.lab.verify.ComparedCustomer;
import workshop.lab.verify.Comparison;
import workshop.settings.Plural;
import workshop.settings.Printable;

@Command(
        name = "compare",
        header =
                "Lambda, Kappa and a recount of everything, customer by customer, with the reason for each difference.",
        description = {
            "The recount reads all history files and all of the log, and removes duplicates: what both should come to.",
            "Exit code 1 where a difference has no reason."
        })
final class CompareCommand implements Callable<Integer> {
    private static final int MOST_ROWS = 40;

    @Mixin
    private Common common;

    @Option(names = "--customer", paramLabel = "NAME", description = "Only this customer.")
    private String customer;

    @Option(names = "--version", paramLabel = "NAME", description = "Of Kappa. Default: the one that answers.")
    private String version;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, csv or json. Default: ${DEFAULT-VALUE}.")
    private Format format;

    @Mixin
    private Measurement measurement;

    @Override
    public Integer call() throws IOException {
        if (measurement.isWanted()) {
            measurement.run(common.givenHome());
            return 0;
        }
        Comparison comparison = Comparison.run(common.settings(), version);
        List<ComparedCustomer> rows = comparison.rows().stream()
                .filter(row -> customer == null || row.customer().equals(customer))
                .toList();
        if (format == Format.TABLE) {
            System.out.print(text(comparison, rows));
        } else {
            System.out.print(format.write(table(rows)));
        }
        return comparison.isExplained() ? 0 : 1;
    }

    private static String text(Comparison comparison, List<ComparedCustomer> rows) {
        StringBuilder text = new StringBuilder();
        List<ComparedCustomer> shown = rows;
        if (rows.size() > MOST_ROWS) {
            shown = rows.stream()
                    .filter(row -> !row.reasons().isEmpty())
                    .sorted(Comparison.bySize())
                    .limit(MOST_ROWS)
                    .toList();
        }
        if (!shown.isEmpty()) {
            text.append(Format.TABLE.write(table(shown)));
        }
        if (shown.size() < rows.size()) {
            long differ = rows.stream().filter(row -> !row.reasons().isEmpty()).count();
            text.append(String.format(
                    Locale.ROOT,
                    "%,d of %s differ; shown are the largest %,d differences. All of them: --format csv%n",
                    differ,
                    Plural.of(rows.size(), "customer"),
                    shown.size()));
        }
        return Printable.lines(text.append(summary(comparison)).toString());
    }

    private static String summary(Comparison comparison) {
        if (comparison.records() == 0) {
            return "There is nothing to compare yet: no batch has read a history, and the log is empty.\n";
        }
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "Recounted %s by the rule %s: %,d rejected, %s; neither is in the recount.%n",
                Plural.of(comparison.records(), "record"),
                comparison.rule(),
                comparison.rejected(),
                Plural.of(comparison.duplicates(), "duplicate")));
        comparison.onlyLambda().forEach(file -> text.append("The history file ")
                .append(file)
                .append(" is in Lambda's totals, not in Kappa's: ./workshop kappa load-history ")
                .append(file)
                .append("\n"));
        comparison.onlyKappa().forEach(file -> text.append("The history file ")
                .append(file)
                .append(" is in Kappa's totals, not in Lambda's: ./workshop batch --history ")
                .append(file)
                .append(", with the files of the last batch\n"));
        comparison.changedFiles().forEach(file -> text.append("The history file ")
                .append(file)
                .append(" is another than the one that was counted.\n"));
        if (comparison.version() == null) {
            text.append("No version of Kappa is there yet: ./workshop kappa load-history, then ./workshop kappa run\n");
        }
        if (!comparison.isExplained()) {
            return text.append(
                            comparison.changedFiles().isEmpty()
                                    ? "A difference has no reason: a total is wrong.\n"
                                    : "The changed file may be why a difference has no reason: ./workshop batch"
                                            + " --replace-history, with all history files, counts it as it is now.\n")
                    .toString();
        }
        return text.append(
                        comparison.isEqual()
                                ? comparison.version() == null
                                        ? "Lambda and the recount agree, to the cent.\n"
                                        : "Lambda, Kappa and the recount agree, to the cent.\n"
                                : "Every difference has its reason, to the cent.\n")
                .toString();
    }

    private static Rows table(List<ComparedCustomer> rows) {
        List<List<Object>> cells = new ArrayList<>();
        for (ComparedCustomer row : rows) {
            cells.add(Arrays.asList(
                    row.customer(),
                    row.batch(),
                    row.speed(),
                    row.merged(),
                    row.kappa(),
                    row.recount(),
                    row.mergedDifference(),
                    row.kappaDifference(),
                    String.join("; ", row.reasons())));
        }
        return new Rows(
                List.of(
                        "customer",
                        "batch",
                        "speed",
                        "merged",
                        "kappa",
                        "recount",
                        "merged_difference",
                        "kappa_difference",
                        "reasons"),
                cells);
    }
}
