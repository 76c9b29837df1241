package workshop.lab;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import workshop.batch.BatchLayer;
import workshop.batch.Stage;
import workshop.lab.services.Services;
import workshop.settings.Settings;
import workshop.transactions.spark.Sessions;

/** A batch that ends inside a stage as a killed one does: no hook runs, nothing is rolled back by us. HOME HISTORY STAGE. */
public final class KilledBatch {
    static final int EXIT_CODE = 137;

    private KilledBatch() {}

    public static void main(String[] arguments) throws Exception {
        Stage last = Stage.valueOf(arguments[2]);
        Settings settings =
                Services.at(Path.of(arguments[0])).running().orElseThrow().settings(Settings.of(java.util.Map.of()));
        try (SparkSession spark = Sessions.start("killed batch", "local[2]")) {
            new BatchLayer(spark, settings, List.of(arguments[1]), (stage, what) -> {
                        if (stage == last) {
                            Runtime.getRuntime().halt(EXIT_CODE);
                        }
                    })
                    .run();
        }
    }
}
