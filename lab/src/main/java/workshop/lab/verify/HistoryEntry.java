package workshop.lab.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import workshop.lab.verify.file.EntryVisitor;
import workshop.lab.verify.file.RecountedFile;

/**
 * A history file as a batch or a load found it.
 *
 * @param bytes its length
 * @param sha256 of its content, in hexadecimal digits; null where it is not known
 */
record HistoryEntry(String path, long bytes, Instant modifiedAt, String sha256) {
    /** A file as it is now. */
    static HistoryEntry at(String path) {
        BasicFileAttributes now = attributes(path);
        return new HistoryEntry(path, now.size(), now.lastModifiedTime().toInstant(), null);
    }

    /** Whether the file is another now; where only its time differs, the content decides, if that is known. */
    boolean hasChanged() {
        HistoryEntry now = at(path);
        if (now.bytes != bytes) {
            return true;
        }
        return !now.modifiedAt.truncatedTo(ChronoUnit.MILLIS).equals(modifiedAt.truncatedTo(ChronoUnit.MILLIS))
                && (sha256 == null || !RecountedFile.sha256(Path.of(path)).equals(sha256));
    }

    /** Shows all that the file holds, in order. */
    void read(EntryVisitor visitor) {
        RecountedFile.read(Path.of(path), visitor);
    }

    private static BasicFileAttributes attributes(String path) {
        try {
            return Files.readAttributes(Path.of(path), BasicFileAttributes.class);
        } catch (IOException e) {
            throw RecountedFile.notRead(Path.of(path), e);
        }
    }
}
