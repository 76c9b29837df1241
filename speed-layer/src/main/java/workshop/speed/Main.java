package workshop.speed;

import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import workshop.settings.Command;
import workshop.settings.Runner;
import workshop.settings.Settings;
import workshop.settings.SparkSubmitMain;
import workshop.settings.WorkshopException;
import workshop.transactions.Rule;
import workshop.transactions.spark.Sessions;

/** The speed layer, for spark-submit, with the options of {@code ./workshop speed}; the settings come from outside. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        SparkSubmitMain.run(runner -> {
            List<String> options = List.of(arguments);
            SpeedTrigger trigger = SpeedTrigger.REAL_TIME;
            Rule rule = Rule.ALL;
            boolean untilCaughtUp = false;
            for (int i = 0; i < options.size(); i++) {
                if (options.get(i).equals("--until-caught-up")) {
                    untilCaughtUp = true;
                } else if (options.get(i).equals("--trigger") && i + 1 < options.size()) {
                    trigger = SpeedTrigger.parse(options.get(++i));
                } else if (options.get(i).equals("--rule") && i + 1 < options.size()) {
                    rule = Rule.labelled(options.get(++i));
                } else {
                    throw unknown(options.get(i));
                }
            }
            run(Settings.of(System.getenv()), trigger, rule, untilCaughtUp, runner);
        });
    }

    private static void run(Settings settings, SpeedTrigger trigger, Rule rule, boolean untilCaughtUp, Runner runner)
            throws IOException {
        try (SparkSession spark = Sessions.start("speed layer", TaskSlots.localMaster(settings))) {
            SpeedRun run = new SpeedRun(spark, settings, trigger, rule, false, runner);
            if (untilCaughtUp) {
                run.untilCaughtUp();
            } else {
                run.untilStopped();
            }
        }
    }

    private static WorkshopException unknown(String option) {
        return WorkshopException.usage(
                "The option " + option + " is not known, or lacks its value.",
                "The speed layer takes --until-caught-up, --trigger real-time|MS and --rule NAME.",
                Command.SPEED.with("--until-caught-up"));
    }
}
