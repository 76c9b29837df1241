package workshop.kappa;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.SparkSession;
import workshop.lab.services.Services;
import workshop.settings.Settings;
import workshop.transactions.spark.Sessions;

/**
 * A Kappa job that ends, as a killed one does, between PostgreSQL's commit of a batch and Spark's note that it is done: the
 * next run gets the same batch again. HOME, and the number of the batch.
 */
public final class KilledKappa {
    public static final int EXIT_CODE = 137;

    private KilledKappa() {}

    public static void main(String[] arguments) throws Exception {
        Settings settings = Services.at(Path.of(arguments[0]))
                .running()
                .orElseThrow()
                .settings(Settings.of(Map.of()))
                .with("kappa.batch", "4000");
        AtomicInteger batches = new AtomicInteger();
        try (SparkSession spark = Sessions.start("killed kappa", "local[2]")) {
            KappaJob.start(spark, settings, "v1", null, () -> {
                        if (batches.incrementAndGet() == Integer.parseInt(arguments[1])) {
                            Runtime.getRuntime().halt(EXIT_CODE);
                        }
                    })
                    .await();
        }
    }
}
