package workshop.lab.commands;

import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workshop.kappa.KappaRun;
import workshop.lab.services.JobNotes;
import workshop.lab.services.LongCommand;
import workshop.settings.Settings;
import workshop.transactions.Rule;
import workshop.transactions.spark.Sessions;

@Command(
        name = "run",
        header = "Run a version of the job, from the first record of the log or from where it ended.",
        description =
                "Runs until Ctrl-C. A version that is not there yet is made; the first one of all answers at once,"
                        + " another when it is promoted.")
final class KappaRunCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(
            names = "--version",
            paramLabel = "NAME",
            defaultValue = "v1",
            description = "Small letters, digits and underscores. Default: ${DEFAULT-VALUE}.")
    private String version;

    @Option(names = "--rule", paramLabel = "NAME", description = RuleOption.HELP + " A version keeps its rule.")
    private String rule;

    @Option(names = "--until-caught-up", description = "End when all that is in the log now is counted.")
    private boolean untilCaughtUp;

    @Override
    public Integer call() throws Exception {
        Rule counts = rule == null ? null : Rule.labelled(rule);
        Settings settings = common.settings();
        try (JobNotes.Standing note = common.note(LongCommand.KAPPA, 0);
                SparkSession spark = Sessions.start("kappa " + version, "local[*]")) {
            KappaRun run = new KappaRun(spark, settings, version, counts, common.isLive(), Workshop.RUNNER);
            if (untilCaughtUp) {
                run.untilCaughtUp();
            } else {
                run.untilStopped();
            }
        }
        return 0;
    }
}
