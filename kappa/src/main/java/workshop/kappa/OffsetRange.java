package workshop.kappa;

import java.io.Serializable;

/**
 * The records of one partition in one batch.
 *
 * @param from the first offset (inclusive)
 * @param to the offset after the last (exclusive)
 * @param records how many there are; fewer than offsets only if the log has none at some
 */
record OffsetRange(long from, long to, long records) implements Serializable {
    static OffsetRange of(long offset) {
        return new OffsetRange(offset, offset + 1, 1);
    }

    OffsetRange plus(OffsetRange other) {
        return new OffsetRange(Math.min(from, other.from), Math.max(to, other.to), records + other.records);
    }
}
