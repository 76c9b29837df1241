package workshop.lab.classroom;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import workshop.transactions.Total;

/**
 * A file of the folder.
 *
 * @param name its path in the folder
 * @param bytes what stands in it; null if that could not be read
 * @param handedIn nothing if the file is no result
 * @param flaw why it is none; null if it is one
 */
record Submission(String name, ByteBuffer bytes, Optional<SubmittedTotals> handedIn, String flaw) {
    static Submission of(Path name, byte[] bytes) {
        try {
            SubmittedTotals handedIn = SubmittedTotals.read(bytes);
            return new Submission(name.toString(), ByteBuffer.wrap(bytes), Optional.of(handedIn), null);
        } catch (NoResult none) {
            return unreadable(name, none.getMessage());
        }
    }

    static Submission unreadable(Path name, String flaw) {
        return new Submission(name.toString(), null, Optional.empty(), flaw);
    }

    StudentName student() {
        return handedIn.orElseThrow().student();
    }

    Map<String, Total> totals() {
        return handedIn.orElseThrow().totals();
    }
}
