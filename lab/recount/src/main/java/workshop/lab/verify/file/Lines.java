package workshop.lab.verify.file;

import java.io.IOException;
import workshop.transactions.Reason;

/** A record a line, which ends with LF, CR LF or the file. Lines of white space are no records. */
record Lines(FileBytes bytes, EntryVisitor visitor) {
    /** Shows the lines from a place on. */
    void read(long start) throws IOException {
        long end;
        for (long at = start; at < bytes.length(); at = end + 1) {
            end = bytes.lineEnd(at);
            line(at, end > at && bytes.at(end - 1) == '\r' ? end - 1 : end);
        }
    }

    private void line(long at, long end) throws IOException {
        if (end - at > RecountedFile.MAX_RECORD) {
            visitor.broken(at, Reason.RECORD_TOO_LONG);
        } else if (bytes.endOfText(at, end) > at) {
            visitor.record(at, bytes.copy(at, end));
        }
    }
}
