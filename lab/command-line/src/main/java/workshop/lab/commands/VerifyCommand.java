package workshop.lab.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workshop.lab.text.Format;
import workshop.lab.verify.HistoryList;
import workshop.lab.verify.Verification;
import workshop.settings.Plural;
import workshop.settings.Printable;
import workshop.transactions.Rule;

@Command(
        name = "verify",
        header = "Recount history and log without Spark and compare with the merged view, to the cent.",
        description =
                "Reads the history files and the topic from their first record, up to where the view says it covers. Its file"
                        + " readers are its own; what a transaction and what a total is, the code of the layers tells it. Exit"
                        + " code 1 and a table of differences where they do not agree; where there is nothing to compare"
                        + " yet, it says so, with exit code 0.")
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(
            names = "--history",
            paramLabel = "FILE",
            description =
                    "A history file that the totals must hold, as for batch; may be given several times. Exit code 1"
                            + " where the last batch has read other files. Default: the files that the last batch has read.")
    private List<Path> history = List.of();

    @Override
    public Integer call() {
        List<String> files = history.isEmpty() ? List.of() : BatchCommand.files(history);
        Verification verification = Verification.run(common.settings(), files);
        System.out.print(text(verification));
        return verification.agrees() && verification.history().isPublished() ? 0 : 1;
    }

    static String text(Verification found) {
        StringBuilder text = new StringBuilder(result(found)).append(history(found.history()));
        if (found.publishedEpoch() == 0) {
            text.append("No batch has published yet, so the history is not in the totals: ./workshop batch\n");
        }
        found.changedFiles().forEach(file -> text.append("The history file ")
                .append(file)
                .append(" has changed since the last batch: ./workshop batch\n"));
        if (found.rules().size() > 1) {
            text.append(String.format(
                    Locale.ROOT,
                    "The totals mix rules (%s): what the speed layer counted by another rule than the last batch stays so"
                            + " until a batch covers it.%n",
                    labels(found.rules())));
        }
        if (!found.corrections().rows().isEmpty()) {
            text.append(correction(found)).append(Format.TABLE.write(found.corrections()));
        }
        if (found.behind() > 0) {
            text.append(Plural.of(found.behind(), "record in the log is", "records in the log are"))
                    .append(" not counted yet: ./workshop speed --until-caught-up\n");
        }
        return Printable.lines(text.toString());
    }

    private static String result(Verification found) {
        if (found.records() == 0 && found.isEmpty()) {
            return "There is nothing to verify yet: no layer has counted a record.\n";
        }
        String recounted = String.format(
                Locale.ROOT,
                "Recounted %s: %,d rejected, %s taken out.%n",
                Plural.of(found.records(), "record"),
                found.rejected(),
                Plural.of(found.duplicates(), "duplicate"));
        if (found.isEmpty()) {
            return recounted + "There is no total to verify: each record was rejected.\n";
        }
        return recounted
                + (found.agrees()
                        ? String.format(
                                Locale.ROOT,
                                "The recount agrees: %s, %s in all, to the cent.%n",
                                Plural.of(found.customers(), "customer"),
                                found.merged().toPlainString())
                        : "The recount does not agree:\n" + Format.TABLE.write(found.differences()));
    }

    /** Whose list of history files it was; which ones only one list has. */
    private static String history(HistoryList history) {
        if (!history.isGiven()) {
            return history.paths().isEmpty()
                    ? ""
                    : "The list of history files is the last batch's: " + history.words() + "\n";
        }
        if (history.isPublished()) {
            return "The last batch has read the same history files: " + history.words() + "\n";
        }
        StringBuilder text = new StringBuilder("The last batch has read other history files:\n");
        history.onlyGiven()
                .forEach(file ->
                        text.append("  not read by the batch:  ").append(file).append("\n"));
        history.onlyPublished()
                .forEach(file ->
                        text.append("  not in your list:       ").append(file).append("\n"));
        return text.append("To compute the totals from your list: ./workshop batch")
                .append(history.paths().stream().map(" --history "::concat).collect(Collectors.joining()))
                .append("\n")
                .toString();
    }

    /** Why a batch by the rule of the last one will correct totals: duplicates, another rule of the speed layer, or both. */
    private static String correction(Verification found) {
        List<String> reasons = new ArrayList<>();
        if (found.duplicatesToTakeOut() > 0) {
            reasons.add("take out " + Plural.of(found.duplicatesToTakeOut(), "duplicate")
                    + " that the speed layer counted");
        }
        if (!found.otherRules().isEmpty()) {
            reasons.add("count anew what the speed layer counted by the rule " + labels(found.otherRules()));
        }
        String batch = found.otherRules().isEmpty() ? "" : " by the rule " + found.batchRule();
        return "The next batch" + batch + " will " + String.join(", and ", reasons) + ":\n";
    }

    private static String labels(Set<Rule> rules) {
        return rules.stream().map(Rule::label).collect(Collectors.joining(", "));
    }
}
