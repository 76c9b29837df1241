package workshop.lab.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import workshop.lab.verify.file.Beginning;
import workshop.lab.verify.file.EntryVisitor;
import workshop.lab.verify.file.RecountedFile;

/**
 * A history file as a batch or a load found it.
 *
 * @param bytes its length
 * @param sha256 of its content, in hexadecimal digits; null if it is not known
 * @param held its beginning, up to the end of its last record; null if it is not known
 */
record HistoryEntry(String path, long bytes, Instant modifiedAt, String sha256, Beginning held) {
    /** A file as it is now, which holds the same as one of these others, or nothing that they know. */
    static HistoryEntry at(String path, List<HistoryEntry> others) {
        Path file = Path.of(path);
        BasicFileAttributes now = attributes(path);
        Beginning held = others.stream()
                .map(HistoryEntry::held)
                .filter(other -> other != null && RecountedFile.isNoMoreThan(file, other))
                .findFirst()
                .orElse(null);
        return new HistoryEntry(path, now.size(), now.lastModifiedTime().toInstant(), null, held);
    }

    /** Whether both are one file, or have the same records under two names: a batch and a load read one of them. */
    boolean isSame(HistoryEntry other) {
        return path.equals(other.path) || (held != null && held.equals(other.held));
    }

    /** Whether the file is another now; if only its time differs, the content decides, if that is known. */
    boolean hasChanged() {
        HistoryEntry now = at(path, List.of());
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
