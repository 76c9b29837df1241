package workshop.lab.commands;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import workshop.lab.text.Format;
import workshop.lab.verify.Verification;
import workshop.transactions.Rule;

@Command(
        name = "verify",
        header = "Recount history and log without Spark and compare with the merged view, to the cent.",
        description =
                "Reads the history files and the topic from their first record, up to where the view says it covers."
                        + " Exit code 1 and a table of differences where they do not agree.")
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Override
    public Integer call() {
        Verification verification = Verification.run(common.settings());
        System.out.print(text(verification));
        return verification.agrees() ? 0 : 1;
    }

    static String text(Verification found) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "Recounted %,d records: %,d rejected, %,d duplicates taken out.%n",
                found.records(),
                found.rejected(),
                found.duplicates()));
        if (found.agrees()) {
            text.append(String.format(
                    Locale.ROOT,
                    "The recount agrees: %,d customers, %s in all, to the cent.%n",
                    found.customers(),
                    found.merged().toPlainString()));
        } else {
            text.append("The recount does not agree:\n").append(Format.TABLE.write(found.differences()));
        }
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
                    found.rules().stream().map(Rule::label).collect(Collectors.joining(", "))));
        }
        if (found.duplicatesToTakeOut() > 0 || !found.corrections().rows().isEmpty()) {
            text.append(String.format(
                    Locale.ROOT,
                    "The next batch will take out %,d duplicates that the speed layer counted:%n",
                    found.duplicatesToTakeOut()));
            text.append(Format.TABLE.write(found.corrections()));
        }
        if (found.behind() > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "%,d records in the log are not counted yet: ./workshop speed --until-caught-up%n",
                    found.behind()));
        }
        return text.toString();
    }
}
