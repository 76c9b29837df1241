package workshop.speed;

import java.io.IOException;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import workshop.settings.Settings;

/**
 * Where Spark keeps its notes of one run. Each run has its own, which goes with it: what is counted stands in PostgreSQL,
 * and a checkpoint that says otherwise would only do harm.
 */
record Checkpoint(Path path, Configuration configuration) {
    static Checkpoint fresh(SparkSession spark, Settings settings) {
        return new Checkpoint(
                new Path(settings.checkpoints(), "speed-" + UUID.randomUUID()),
                spark.sessionState().newHadoopConf());
    }

    /** Deletes the notes of a run that is over; what cannot be deleted does no harm. */
    void delete() {
        try {
            path.getFileSystem(configuration).delete(path, true);
        } catch (IOException leftBehind) {
            // the command reset takes it
        }
    }
}
