package workshop.batch;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import workshop.settings.Command;
import workshop.settings.Settings;
import workshop.settings.SparkSubmitMain;
import workshop.settings.WorkshopException;
import workshop.transactions.Rule;
import workshop.transactions.spark.Sessions;

/**
 * One run of the batch layer, for spark-submit: the arguments are the history files, with or
 * without {@code --history} before each, {@code --rule NAME} if not everything
 * counts, {@code --yes} to publish also if the history holds no transaction, and {@code --replace-history} if it lacks what the last
 * publication was made of. Without files it goes on with those of the last publication. The settings come from outside.
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        SparkSubmitMain.run(runner -> {
            List<String> files = new ArrayList<>(List.of(arguments));
            files.removeIf("--history"::equals); // FILE is the same as --history FILE
            boolean insist = files.remove("--yes");
            boolean replaceHistory = files.remove("--replace-history");
            Rule rule = rule(files);
            Settings settings = Settings.of(System.getenv());
            try (SparkSession spark = Sessions.start("batch layer", "local[*]")) {
                new BatchRun(spark, settings, new BatchOptions(files, rule, insist, replaceHistory), runner).run();
            }
        });
    }

    /** Takes the option and its value out of the arguments. */
    private static Rule rule(List<String> arguments) {
        int option = arguments.indexOf("--rule");
        if (option < 0) {
            return Rule.ALL;
        }
        if (option + 1 == arguments.size()) {
            throw WorkshopException.usage(
                    "The option --rule lacks its value.",
                    "The rules are " + Rule.labels() + ".",
                    Command.BATCH.with("--rule no-refunds FILE..."));
        }
        arguments.remove(option);
        return Rule.labelled(arguments.remove(option));
    }
}
