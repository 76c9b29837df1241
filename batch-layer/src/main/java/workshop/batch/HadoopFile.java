package workshop.batch;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import workshop.settings.Advice;
import workshop.settings.Command;
import workshop.settings.ShownPath;
import workshop.settings.WorkshopException;
import workshop.transactions.history.HistoryInput;

/**
 * A history file on any file system that Hadoop knows: a local disk, HDFS, an object store.
 *
 * @param uri with its file system
 * @param path as a person writes it: absolute, with its file system unless that is the local one
 * @param length in bytes
 */
record HadoopFile(String uri, String path, long length, Instant modifiedAt, SerializableConfiguration configuration)
        implements HistoryInput, Comparable<HadoopFile> {

    static HadoopFile of(SparkSession session, String name) {
        SerializableConfiguration configuration =
                new SerializableConfiguration(session.sessionState().newHadoopConf());
        try {
            Path path = new Path(name);
            FileSystem files = path.getFileSystem(configuration.value());
            FileStatus status = files.getFileStatus(path);
            if (status.isDirectory()) {
                throw WorkshopException.usage(
                        "The history " + name + " is a directory.",
                        "A history is one or more files; each is named.",
                        Command.BATCH.with("--history FILE [--history FILE]..."));
            }
            return of(status, configuration);
        } catch (IOException | IllegalArgumentException e) {
            throw WorkshopException.usage(
                    "The history file " + name + " cannot be read.",
                    e instanceof java.io.FileNotFoundException
                            ? "There is no file of that name, seen from " + System.getProperty("user.dir") + "."
                            : e.getMessage(),
                    Advice.of("check the name, then ", Command.BATCH.with("--history FILE")));
        }
    }

    private static HadoopFile of(FileStatus status, SerializableConfiguration configuration) {
        return new HadoopFile(
                status.getPath().toString(),
                unlessLocal(status.getPath()),
                status.getLen(),
                Instant.ofEpochMilli(status.getModificationTime()),
                configuration);
    }

    /**
     * The same file as it is now.
     *
     * @throws IOException if it is not there any more
     */
    HadoopFile now() throws IOException {
        Path file = new Path(uri);
        return of(file.getFileSystem(configuration.value()).getFileStatus(file), configuration);
    }

    private static String unlessLocal(Path path) {
        return "file".equals(path.toUri().getScheme()) ? path.toUri().getPath() : path.toString();
    }

    @Override
    public String name() {
        return path;
    }

    /** As short as it can be said to a person. */
    String shown() {
        return ShownPath.of(path);
    }

    @Override
    public InputStream open(long offset) throws IOException {
        Path file = new Path(uri);
        FSDataInputStream in = file.getFileSystem(configuration.value()).open(file);
        in.seek(offset);
        return in;
    }

    @Override
    public int compareTo(HadoopFile other) {
        return path.compareTo(other.path);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HadoopFile file && path.equals(file.path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }
}
