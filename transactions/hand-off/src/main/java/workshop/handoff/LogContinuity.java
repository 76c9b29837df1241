package workshop.handoff;

import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import workshop.settings.Advice;
import workshop.settings.WorkshopException;

/**
 * Whether the log still reaches from what is counted to its end: at its beginning, it must not have lost records that are
 * not counted yet; at its end, it must not have lost records that are counted. That it is the same topic, {@link TopicIdentity} tells; that it
 * holds the same records, {@link SameLog}.
 */
public final class LogContinuity {
    private LogContinuity() {}

    /**
     * A partition whose next records have left the log.
     *
     * @param beginning the first offset that is still in the log (inclusive)
     * @param next the offset that comes next (inclusive)
     */
    public record Hole(int partition, long beginning, long next) {}

    /**
     * A hole between what is counted and what the log still has; empty if there is none.
     *
     * @param next the offsets that come next, by partition (inclusive)
     * @param beginnings by partition (inclusive)
     */
    public static Optional<Hole> hole(Map<Integer, Long> next, Map<Integer, Long> beginnings) {
        return next.entrySet().stream()
                .map(one -> new Hole(one.getKey(), beginnings.getOrDefault(one.getKey(), 0L), one.getValue()))
                .filter(one -> one.beginning() > one.next())
                .findFirst();
    }

    /**
     * Requires that the log ends nowhere before an offset up to which it is known.
     *
     * @param known by partition (exclusive)
     * @param ends by partition (exclusive)
     * @param words makes the end of a sentence from an offset: what is known up to it
     * @throws WorkshopException if it does
     */
    public static void requireNoStepBack(
            Map<Integer, Long> known, Map<Integer, Long> ends, LongFunction<String> words) {
        known.forEach((partition, offset) -> {
            long end = ends.getOrDefault(partition, 0L);
            if (end < offset) {
                throw WorkshopException.failed(
                        "Partition " + partition + " of the log ends at offset " + end + ", " + words.apply(offset)
                                + ".",
                        "Kafka lost records that were counted: its data was restored or damaged.",
                        Advice.BEGIN_ANEW);
            }
        });
    }
}
