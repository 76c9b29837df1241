package workshop.lab.verify;

import java.time.Instant;
import workshop.lab.verify.file.Beginning;

/** A row of the published history, or of Kappa's. */
record HistoryRow(String path, long bytes, Instant modifiedAt, String sha256, long heldBytes, String heldSha256) {
    HistoryEntry entry() {
        return new HistoryEntry(
                path, bytes, modifiedAt, sha256, heldSha256 == null ? null : new Beginning(heldBytes, heldSha256));
    }
}
