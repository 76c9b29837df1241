package workshop.lab.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import workshop.transactions.RecordVisitor;
import workshop.transactions.history.HistoryFile;
import workshop.transactions.history.LocalFile;

/**
 * A history file as a batch or a load found it.
 *
 * @param bytes its length
 * @param sha256 of its content, in hexadecimal digits; null where it is not known
 */
record HistoryEntry(String path, long bytes, Instant modifiedAt, String sha256) {
    /** Whether the file is another now; where only its time differs, the content decides, if that is known. */
    boolean hasChanged() {
        LocalFile file = LocalFile.at(Path.of(path));
        try {
            Instant now = Files.getLastModifiedTime(Path.of(path)).toInstant();
            if (file.length() != bytes) {
                return true;
            }
            return !now.truncatedTo(ChronoUnit.MILLIS).equals(modifiedAt.truncatedTo(ChronoUnit.MILLIS))
                    && (sha256 == null || !file.sha256().equals(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows all records of the file, in order. */
    void read(RecordVisitor visitor) {
        try {
            HistoryFile.read(LocalFile.at(Path.of(path)), visitor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
