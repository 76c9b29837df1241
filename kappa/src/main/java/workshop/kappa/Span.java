package workshop.kappa;

import java.io.Serializable;

/**
 * The records of one partition in one batch.
 *
 * @param from the first offset (inclusive)
 * @param to the offset after the last (exclusive)
 * @param records how many there are; fewer than offsets only if the log has none at some
 */
record Span(long from, long to, long records) implements Serializable {
    static Span of(long offset) {
        return new Span(offset, offset + 1, 1);
    }

    Span plus(Span other) {
        return new Span(Math.min(from, other.from), Math.max(to, other.to), records + other.records);
    }
}
