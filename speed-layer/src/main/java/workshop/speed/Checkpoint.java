package workshop.speed;

import java.io.IOException;
import java.util.UUID;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import workshop.settings.Settings;

/**
 * Where Spark keeps its notes of one run. Each run has its own, which goes with it: what is counted stands in PostgreSQL,
 * and a checkpoint that says otherwise would only do harm.
 */
record Checkpoint(SparkSession spark, Path path) {
    static Checkpoint fresh(SparkSession spark, Settings settings) {
        return new Checkpoint(spark, new Path(settings.checkpoints(), "speed-" + UUID.randomUUID()));
    }

    /** Deletes the notes of a run that is over; what cannot be deleted does no harm. */
    void delete() {
        try {
            path.getFileSystem(spark.sessionState().newHadoopConf()).delete(path, true);
        } catch (IOException leftBehind) {
            // ./workshop reset takes it
        }
    }
}
