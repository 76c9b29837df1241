package workshop.lab.measure;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import workshop.producer.RecordSource;
import workshop.producer.random.RandomOptions;
import workshop.producer.random.RandomSource;

/** The history file of a plan: for the same plan the same bytes. */
final class PlannedHistory {
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private PlannedHistory() {}

    /** Writes it as JSON Lines, and tells the truth of it. */
    static Path write(Path file, Plan plan, ExpectedTotals truth) throws IOException {
        RandomOptions options =
                new RandomOptions(plan.history(), Plan.CUSTOMERS, Plan.SEED, Plan.DUPLICATES_PERCENT, 0, 0);
        try (RecordSource records = new RandomSource(options, InstantSource.fixed(LONG_AGO));
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            while (records.hasNext()) {
                byte[] record = records.next();
                truth.addHistory(record);
                out.write(record);
                out.write('\n');
            }
        }
        return file;
    }
}
