package workshop.lab.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import workshop.lab.text.Format;
import workshop.lab.text.Rows;
import workshop.lab.trial.FileTrial;
import workshop.settings.Printable;
import workshop.transactions.history.HistoryFile;
import workshop.transactions.history.LocalFile;

@Command(
        name = "contract",
        header = "Check a file against the data contract, and add up what counts.",
        description = "Names each record that does not count, with its line and the reason. Needs no services. A record"
                + " that is rejected is a result, not an error: the exit code is 0. With --verbose also what the JSON parser"
                + " says.")
final class ContractCommand implements Callable<Integer> {
    private static final int SHOWN = 50;

    @Mixin
    private Common common;

    @Parameters(paramLabel = "FILE", description = "JSON Lines or a JSON array, as datasets/transactions.json.")
    private Path file;

    @Override
    public Integer call() throws IOException {
        FileTrial trial = FileTrial.of(file, common.isVerbose());
        System.out.printf(
                Locale.ROOT,
                "read %,d = accepted %,d + duplicates %,d + rejected %,d%n",
                trial.read(),
                trial.accepted(),
                trial.duplicates(),
                trial.rejected());
        System.out.print(text(trial));
        System.out.print(Printable.lines(trial.accepted() == 0 ? noneKept(trial.read()) : ""));
        System.out.print(TwinCustomers.sentence(trial.totals().asMap().keySet()));
        return 0;
    }

    /** What the file looks like, if that is known: then one cure serves all of its records. */
    private String noneKept(long read) throws IOException {
        String none = read == 0 ? "" : "No record keeps the contract.\n";
        return HistoryFile.lookOf(LocalFile.at(file))
                .map(look ->
                        String.format("%s%s %s.%nNext: %s%n", none, file, look.what(), look.cureOf(file.toString())))
                .orElse(none);
    }

    private static String text(FileTrial trial) {
        StringBuilder text = new StringBuilder();
        List<FileTrial.Finding> findings = trial.findings();
        if (!findings.isEmpty()) {
            text.append(Format.TABLE.write(new Rows(
                    List.of("line", "verdict", "why"),
                    findings.stream()
                            .limit(SHOWN)
                            .map(one -> List.<Object>of(one.line(), one.verdict(), one.why()))
                            .toList())));
        }
        if (findings.size() > SHOWN) {
            text.append(String.format(Locale.ROOT, "  and %,d more%n", findings.size() - SHOWN));
        }
        return text.append(Format.TABLE.write(new Rows(
                        List.of("customer", "total", "transactions"),
                        trial.totals().asMap().entrySet().stream()
                                .map(one -> List.<Object>of(
                                        one.getKey(),
                                        one.getValue().amount(),
                                        one.getValue().transactions()))
                                .toList())))
                .toString();
    }
}
