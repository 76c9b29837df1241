package workshop.lab.measure;

import java.time.Duration;

/**
 * From an event being sent to its being visible in the view.
 *
 * @param events that were measured
 * @param cpu processor time of the job meanwhile; null if the system does not tell
 */
public record Freshness(int events, Duration median, Duration p99, Duration longest, Duration cpu) {
    /** @param waits from the shortest to the longest */
    static Freshness of(Duration[] waits, Duration cpu) {
        return new Freshness(
                waits.length, waits[waits.length / 2], waits[waits.length * 99 / 100], waits[waits.length - 1], cpu);
    }
}
