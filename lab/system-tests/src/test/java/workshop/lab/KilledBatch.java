package workshop.lab;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import workshop.batch.BatchLayer;
import workshop.batch.Stage;
import workshop.batch.StageListener;
import workshop.lab.services.Services;
import workshop.settings.Settings;
import workshop.transactions.spark.Sessions;

/** A batch that ends at a point as a killed one does: no hook runs, nothing is rolled back by us. HOME HISTORY POINT. */
public final class KilledBatch {
    static final int EXIT_CODE = 137;

    private KilledBatch() {}

    /** Where a batch may die. */
    enum Point {
        IN_THE_CUT,
        BEFORE_THE_ARCHIVE,
        WITHIN_A_PARQUET_FILE,
        BETWEEN_FILES_AND_LABEL,
        BEFORE_THE_RECOMPUTATION,
        BEFORE_THE_COMMIT,
        BETWEEN_COMMIT_AND_RETIREMENT
    }

    public static void main(String[] arguments) throws Exception {
        Point point = Point.valueOf(arguments[2]);
        if (point == Point.WITHIN_A_PARQUET_FILE) {
            System.setProperty("spark.hadoop.fs.file.impl", DyingFileSystem.class.getName());
        }
        Settings settings =
                Services.at(Path.of(arguments[0])).running().orElseThrow().settings(Settings.of(java.util.Map.of()));
        try (SparkSession spark = Sessions.start("killed batch", "local[2]")) {
            new BatchLayer(spark, settings, List.of(arguments[1]), new Death(point)).run();
        }
    }

    static void die() {
        Runtime.getRuntime().halt(EXIT_CODE);
    }

    private record Death(Point point) implements StageListener {
        @Override
        public void inside(Stage stage, String what) {
            Point here =
                    switch (stage) {
                        case CUT -> Point.IN_THE_CUT;
                        case ARCHIVE -> Point.BEFORE_THE_ARCHIVE;
                        case RECOMPUTE -> Point.BEFORE_THE_RECOMPUTATION;
                        case PUBLISH -> Point.BEFORE_THE_COMMIT;
                    };
            dieAt(here);
        }

        @Override
        public void written(Stage stage) {
            dieAt(stage == Stage.ARCHIVE ? Point.BETWEEN_FILES_AND_LABEL : Point.BETWEEN_COMMIT_AND_RETIREMENT);
        }

        private void dieAt(Point here) {
            if (here == point) {
                die();
            }
        }
    }
}
