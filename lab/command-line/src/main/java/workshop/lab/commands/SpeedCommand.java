package workshop.lab.commands;

import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workshop.lab.services.JobNotes;
import workshop.lab.services.LongCommand;
import workshop.settings.Settings;
import workshop.speed.SpeedRun;
import workshop.speed.SpeedTrigger;
import workshop.speed.TaskSlots;
import workshop.transactions.Rule;
import workshop.transactions.spark.Sessions;

@Command(
        name = "speed",
        header = "The speed layer: counts what comes into the log, within milliseconds.",
        description =
                "Runs until Ctrl-C; what was read is then committed. It goes on where PostgreSQL says, so it may be"
                        + " killed, started twice, or lose its checkpoint: nothing is lost and nothing counted twice.")
final class SpeedCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(names = "--until-caught-up", description = "End when all that is in the topic now is counted.")
    private boolean untilCaughtUp;

    @Option(
            names = "--trigger",
            paramLabel = "real-time|MS",
            defaultValue = "real-time",
            description = "real-time: Spark's Real-Time Mode, each record on its own. MS: a micro-batch every so many"
                    + " milliseconds. Default: ${DEFAULT-VALUE}.")
    private String trigger;

    @Option(names = "--rule", paramLabel = "NAME", description = RuleOption.HELP)
    private String rule = Rule.ALL.label();

    @Option(
            names = "--ui",
            description =
                    "Serve Spark's own pages of this run, on this machine only. With --trigger 500 or the like they"
                            + " draw the query's batches; in Real-Time Mode a batch is too long to be drawn.")
    private boolean ui;

    @Override
    public Integer call() throws Exception {
        SpeedTrigger parsed = SpeedTrigger.parse(trigger);
        Rule counts = Rule.labelled(rule);
        Settings settings = common.settings();
        if (ui) {
            SparkPages.requireLoopback(System.getenv());
        }
        OptionalInt pages = ui ? OptionalInt.of(settings.sparkUiPort()) : OptionalInt.empty();
        try (JobNotes.Standing note = common.note(LongCommand.SPEED, 0);
                SparkSession spark = Sessions.start("speed layer", TaskSlots.localMaster(settings), pages)) {
            if (ui) {
                System.out.println(SparkPages.where(spark));
            }
            SpeedRun run = new SpeedRun(spark, settings, parsed, counts, common.isLive(), Workshop.RUNNER);
            if (untilCaughtUp) {
                run.untilCaughtUp();
            } else {
                run.untilStopped();
            }
        }
        return 0;
    }
}
