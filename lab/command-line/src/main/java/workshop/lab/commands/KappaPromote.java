package workshop.lab.commands;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workshop.kappa.Promotion;
import workshop.settings.Plural;

@Command(
        name = "promote",
        header = "Let another version answer: kappa_customer_totals shows its totals from now on.",
        description = "Refused where it has not counted all that the present one has. Also the way back.")
final class KappaPromote implements Callable<Integer> {
    @Mixin
    private Common common;

    @Parameters(paramLabel = "NAME", description = "The version.")
    private String version;

    @Option(names = "--even-if-behind", description = "Promote it as it is; says how far behind it is.")
    private boolean evenIfBehind;

    @Override
    public Integer call() {
        Promotion.Report report = new Promotion(common.settings()).promote(version, evenIfBehind);
        System.out.println(
                report.before() == null || report.before().equals(version)
                        ? "kappa_customer_totals shows " + version + "."
                        : "kappa_customer_totals shows " + version + ", no longer " + report.before()
                                + ". Back: ./workshop kappa promote " + report.before() + common.homeOption());
        if (report.behind() > 0) {
            System.out.println(Plural.of(report.behind(), "record of the log is", "records of the log are")
                    + " not counted in it yet.");
        }
        return 0;
    }
}
