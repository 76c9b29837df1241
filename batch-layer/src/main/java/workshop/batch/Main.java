package workshop.batch;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import workshop.settings.Settings;
import workshop.settings.Submitted;
import workshop.transactions.spark.Sessions;

/** One run of the batch layer, for spark-submit: the arguments are the history files, the settings come from outside. */
public final class Main {
    private Main() {}

    public static void main(String[] historyFiles) {
        Submitted.run(() -> {
            Settings settings = Settings.of(System.getenv());
            try (SparkSession spark = Sessions.start("batch layer", "local[*]")) {
                System.out.print(new BatchLayer(spark, settings, List.of(historyFiles), StageListener.NONE)
                        .run()
                        .text());
            }
        });
    }
}
