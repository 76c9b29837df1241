package workshop.speed;

import org.apache.spark.sql.SparkSession;
import workshop.settings.Settings;
import workshop.settings.Submitted;
import workshop.transactions.spark.Sessions;

/** The speed layer, for spark-submit: an argument names the trigger, the settings come from outside. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Submitted.run(() -> {
            SpeedTrigger trigger = arguments.length > 0 ? SpeedTrigger.parse(arguments[0]) : SpeedTrigger.REAL_TIME;
            Settings settings = Settings.of(System.getenv());
            try (SparkSession spark = Sessions.start("speed layer", "local[*]")) {
                SpeedLayer.start(spark, settings, trigger).await();
            }
        });
    }
}
