package workshop.batch.view;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import workshop.transactions.Verdict.Rejected;

/**
 * A rejected record and its place.
 *
 * @param excerpt the record's first {@value #EXCERPT_BYTES} bytes as text; the whole stays in the history or the lake
 */
public record Rejection(long place, Rejected why, String excerpt) implements Serializable {
    static final int EXCERPT_BYTES = 1000;

    static Rejection of(long place, Rejected why, byte[] bytes, int from, int length) {
        String text =
                bytes == null ? "" : new String(bytes, from, Math.min(length, EXCERPT_BYTES), StandardCharsets.UTF_8);
        return new Rejection(place, why, text.replace('\0', '\uFFFD'));
    }
}
