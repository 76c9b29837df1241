package workshop.kappa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import workshop.settings.Advice;
import workshop.settings.WorkshopException;
import workshop.transactions.history.ContentDigest;
import workshop.transactions.history.ContentDigest.Standing;
import workshop.transactions.history.LocalFile;

/**
 * A history file as it is when a load begins.
 *
 * @param sha256 of the whole file, in hexadecimal digits
 */
record FileState(LocalFile file, Instant modifiedAt, String sha256, ContentDigest held) {
    static FileState of(Path path) throws IOException {
        LocalFile file = LocalFile.at(path.toAbsolutePath().normalize());
        Instant modifiedAt = Files.getLastModifiedTime(Path.of(file.name())).toInstant();
        return new FileState(file, modifiedAt, file.sha256(), ContentDigest.of(file));
    }

    /** Absolute. */
    String path() {
        return file.name();
    }

    /** @throws WorkshopException if the file is another than when the load began */
    void requireUnchanged() throws IOException {
        if (held.standing(LocalFile.at(Path.of(path()))) != Standing.SAME) {
            throw WorkshopException.failed(
                    "The file " + path() + " has changed while it was loaded.",
                    "What is in the log may be a part of the old file and a part of the new one, and cannot be changed.",
                    Advice.BEGIN_ANEW);
        }
    }
}
