package workshop.lab.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;

/** An archived epoch in the lake, looked at without Spark: its label, and what the files say of themselves at their ends. */
final class ArchivedEpoch {
    private static final Pattern FILES = Pattern.compile("files in (\\S+)\n");

    private ArchivedEpoch() {}

    /** The folder of an epoch. */
    static Path folder(Path lake, int epoch) {
        return lake.resolve("epoch=" + epoch);
    }

    /** How many records the files hold; empty if there is no archive. */
    static OptionalLong records(Path epoch) throws IOException {
        try {
            Matcher files = FILES.matcher(Files.readString(epoch.resolve("_EPOCH")));
            if (!files.find()) {
                return OptionalLong.empty();
            }
            try (Stream<Path> all = Files.list(epoch.resolve(files.group(1)))) {
                List<Path> parquet =
                        all.filter(file -> file.toString().endsWith(".parquet")).toList();
                return OptionalLong.of(
                        parquet.stream().mapToLong(ArchivedEpoch::recordsOf).sum());
            }
        } catch (NoSuchFileException | NotDirectoryException none) {
            return OptionalLong.empty();
        }
    }

    /** None if the file is damaged. */
    private static long recordsOf(Path file) {
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            return reader.getRecordCount();
        } catch (RuntimeException damaged) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
