package workshop.batch;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * The label in each epoch's folder of the lake, written when all else is: which stretch of which topic the epoch is, and
 * the folder inside that holds its files. Each run that archives has a folder of its own, so what a run leaves that died,
 * or one that lost its lock and does not know it yet, is never read with another's. An epoch without a label, or with that
 * of another topic or stretch, is not archived.
 */
final class EpochManifest {
    private static final String NAME = "_EPOCH"; // readers of Parquet pass over names with an underscore
    private static final Pattern REST = Pattern.compile("records ([0-9]{1,18})\nfiles in (\\S+)\n");

    private final String lake;
    private final Configuration configuration;

    EpochManifest(SparkSession spark, String lake) {
        this.lake = lake;
        this.configuration = spark.sessionState().newHadoopConf();
    }

    /** A folder that no other run writes to. */
    static String newFolder() {
        return "run-" + UUID.randomUUID();
    }

    String path(int epoch, String folder) {
        return epochFolder(epoch) + "/" + folder;
    }

    /**
     * What a label says.
     *
     * @param path of the files
     * @param records how many they hold
     */
    record Archived(String path, long records) {}

    /** The files of an epoch that is archived as this stretch; empty if it is not, or if they are gone. */
    Optional<Archived> archived(int epoch, String stretch) throws IOException {
        Path label = label(epoch);
        try (FSDataInputStream in = fileSystem(label).open(label)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Matcher rest = REST.matcher(text.startsWith(stretch) ? text.substring(stretch.length()) : "");
            if (!rest.matches()) {
                return Optional.empty();
            }
            Path files = new Path(path(epoch, rest.group(2)));
            return fileSystem(files).exists(files)
                    ? Optional.of(new Archived(files.toString(), Long.parseLong(rest.group(1))))
                    : Optional.empty();
        } catch (FileNotFoundException none) {
            return Optional.empty();
        }
    }

    /** Says that the files in this folder are the epoch, and deletes what other runs have left of it. */
    void put(int epoch, String stretch, String folder, long records) throws IOException {
        Path label = label(epoch);
        FileSystem files = fileSystem(label);
        try (FSDataOutputStream out = files.create(label, true)) {
            out.write(
                    (stretch + "records " + records + "\nfiles in " + folder + "\n").getBytes(StandardCharsets.UTF_8));
        }
        for (FileStatus left : files.listStatus(label.getParent())) {
            if (left.isDirectory() && !left.getPath().getName().equals(folder)) {
                files.delete(left.getPath(), true);
            }
        }
    }

    private String epochFolder(int epoch) {
        return lake + "/epoch=" + epoch;
    }

    private Path label(int epoch) {
        return new Path(epochFolder(epoch), NAME);
    }

    private FileSystem fileSystem(Path path) throws IOException {
        return path.getFileSystem(configuration);
    }
}
