package workshop.kappa;

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

/** A version of the Kappa job, for spark-submit, with the options of {@code ./workshop kappa run}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        SparkSubmitMain.run(runner -> {
            List<String> options = List.of(arguments);
            String version = "v1";
            Rule rule = null;
            boolean untilCaughtUp = false;
            for (int i = 0; i < options.size(); i++) {
                if (options.get(i).equals("--until-caught-up")) {
                    untilCaughtUp = true;
                } else if (options.get(i).equals("--version") && i + 1 < options.size()) {
                    version = options.get(++i);
                } else if (options.get(i).equals("--rule") && i + 1 < options.size()) {
                    rule = Rule.labelled(options.get(++i));
                } else {
                    throw unknown(options.get(i));
                }
            }
            run(version, rule, untilCaughtUp, runner);
        });
    }

    private static void run(String version, Rule rule, boolean untilCaughtUp, Runner runner) throws IOException {
        Settings settings = Settings.of(System.getenv());
        try (SparkSession spark = Sessions.start("kappa " + version, "local[*]")) {
            KappaRun run = new KappaRun(spark, settings, version, rule, false, runner);
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
                "Kappa takes --version NAME, --rule NAME and --until-caught-up.",
                Command.KAPPA_RUN.with("--version v1 --until-caught-up"));
    }
}
