package workshop.transactions.history;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import workshop.transactions.Reason;
import workshop.transactions.Verdict.Rejected;

/**
 * The key of a record in the topic of the history: where it stood in its file, and, where the file itself is broken there,
 * why. As text: {@code 1834 /data/transactions.json}, and the reason's name and sentence in lines of their own.
 *
 * @param at the offset of the record's first byte in the file (0-based)
 * @param path of the file, absolute
 * @param broken why nothing stands there; null for a record
 */
public record HistoryKey(long at, String path, @Nullable Rejected broken) {
    private static final Pattern TEXT =
            Pattern.compile("([0-9]{1,18}) ([^\n]+)(?:\n([A-Z_0-9]+)\n(.*))?", Pattern.DOTALL);

    public HistoryKey {
        requireNonNull(path, "path is null");
    }

    public byte[] bytes() {
        String text = at + " " + path;
        if (broken != null) {
            text += "\n" + broken.reason().name() + "\n" + broken.sentence();
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Reads a key; empty if these bytes, or null, are none: something else has written to the topic. */
    public static Optional<HistoryKey> of(byte @Nullable [] bytes) {
        Matcher key = TEXT.matcher(bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8));
        if (!key.matches()) {
            return Optional.empty();
        }
        Rejected broken = key.group(3) == null ? null : new Rejected(Reason.valueOf(key.group(3)), key.group(4));
        return Optional.of(new HistoryKey(Long.parseLong(key.group(1)), key.group(2), broken));
    }
}
