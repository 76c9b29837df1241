package workshop.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import workshop.producer.RecordSource;
import workshop.producer.random.RandomOptions;
import workshop.producer.random.RandomSource;

/** Writes a history of random transactions as JSON Lines: FILE COUNT CUSTOMERS [PERCENT OF DUPLICATES]. */
public final class GenerateHistory {
    private GenerateHistory() {}

    public static void main(String[] arguments) throws Exception {
        double duplicates = arguments.length > 3 ? Double.parseDouble(arguments[3]) : 0;
        RandomOptions options =
                new RandomOptions(Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]), 1, duplicates, 0, 0);
        try (RecordSource records = new RandomSource(options, InstantSource.system())) {
            write(records, Path.of(arguments[0]));
        }
    }

    private static void write(RecordSource records, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            while (records.hasNext()) {
                out.write(records.next());
                out.write('\n');
            }
        }
    }
}
