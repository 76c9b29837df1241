package workshop.kappa;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import workshop.transactions.Reason;
import workshop.transactions.Verdict.Rejected;

/**
 * The key of a record in the topic of the history: where it stood in its file, and, where the file itself is broken
 * there, why. As text: {@code 1834 /data/transactions.json}.
 *
 * @param at the offset of the record's first byte in the file (0-based)
 * @param path of the file, absolute
 * @param broken why nothing stands there; null for a record
 */
record HistoryKey(long at, String path, Rejected broken) {
    HistoryKey {
        requireNonNull(path, "path is null");
    }

    byte[] bytes() {
        String text = at + " " + path;
        if (broken != null) {
            text += "\n" + broken.reason().name() + "\n" + broken.sentence();
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static HistoryKey of(byte[] bytes) {
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", 3);
        int space = lines[0].indexOf(' ');
        Rejected broken = lines.length < 3 ? null : new Rejected(Reason.valueOf(lines[1]), lines[2]);
        return new HistoryKey(Long.parseLong(lines[0].substring(0, space)), lines[0].substring(space + 1), broken);
    }
}
