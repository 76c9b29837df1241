package workshop.batch;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * The label in each epoch's folder of the lake, written when all else is. A folder without it, or with that of another
 * topic or stretch, is not the epoch: it is left over from a run that died, or from another life of the lake.
 */
final class EpochLabels {
    private static final String NAME = "_EPOCH"; // readers of Parquet pass over names with an underscore

    private final String lake;
    private final Configuration configuration;

    EpochLabels(SparkSession spark, String lake) {
        this.lake = lake;
        this.configuration = spark.sessionState().newHadoopConf();
    }

    String folder(int epoch) {
        return lake + "/epoch=" + epoch;
    }

    boolean stands(int epoch, String label) throws IOException {
        Path path = path(epoch);
        try (FSDataInputStream in = files(path).open(path)) {
            return label.equals(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (FileNotFoundException none) {
            return false;
        }
    }

    void put(int epoch, String label) throws IOException {
        Path path = path(epoch);
        try (FSDataOutputStream out = files(path).create(path, true)) {
            out.write(label.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Path path(int epoch) {
        return new Path(folder(epoch), NAME);
    }

    private FileSystem files(Path path) throws IOException {
        return path.getFileSystem(configuration);
    }
}
