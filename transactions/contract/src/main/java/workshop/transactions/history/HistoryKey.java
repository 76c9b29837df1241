package workshop.transactions.history;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import workshop.transactions.Reason;
import workshop.transactions.Verdict.Rejected;

/**
 * The key of a record in the topic of the history: its place in its file. If the file itself is broken there, the key
 * says why. As text: {@code 1834 /data/transactions.json}, and the reason's name and sentence in lines of their own.
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
        long at = Long.parseLong(key.group(1));
        if (key.group(3) == null) {
            return Optional.of(new HistoryKey(at, key.group(2), null));
        }
        return reason(key.group(3)).map(reason -> new HistoryKey(at, key.group(2), new Rejected(reason, key.group(4))));
    }

    private static Optional<Reason> reason(String name) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.name().equals(name))
                .findFirst();
    }
}
