package workshop.lab.commands;

import java.util.Map;
import org.apache.spark.sql.SparkSession;
import workshop.settings.WorkshopException;

/** Spark's own pages of a run. What they listen on is told to Spark by the environment, and by nothing else. */
final class SparkPages {
    private static final String ADDRESS = "SPARK_LOCAL_IP";

    private SparkPages() {}

    static void requireLoopback(Map<String, String> environment) {
        if (!environment.containsKey(ADDRESS)) {
            throw WorkshopException.failed(
                    "Spark's pages are not served.",
                    "They would listen on every interface of this machine, since " + ADDRESS + " is not set.",
                    "set " + ADDRESS + "=127.0.0.1, or start this by the script ./workshop, which does");
        }
    }

    static String where(SparkSession spark) {
        return spark.sparkContext()
                .uiWebUrl()
                .map(url -> "Spark's pages are at " + url + "/ until this run ends.")
                .getOrElse(() -> "Spark serves no pages: its setting spark.ui.enabled says so.");
    }
}
