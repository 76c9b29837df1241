package workshop.serving.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many records a second the speed layer counted, and the lag, over the last ten minutes. */
final class Activity {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration EVERY = Duration.ofSeconds(1);

    /** @param lag null if Kafka did not answer */
    record Sample(
            Instant at, double countedPerSecond, @Nullable Long lag) {}

    private final Deque<Sample> samples = new ArrayDeque<>();
    private @Nullable Instant lastAt;
    private long lastCounted;

    /** Takes note of the coverage of now; returns the newest sample. */
    synchronized Sample add(Coverage now) {
        if (lastAt == null || now.counted() < lastCounted) { // the first, or the database was made anew
            sample(now, 0);
        } else if (Duration.between(lastAt, now.at()).compareTo(EVERY) >= 0) {
            double seconds = Duration.between(lastAt, now.at()).toMillis() / 1e3;
            sample(now, (now.counted() - lastCounted) / seconds);
        }
        return samples.getLast();
    }

    private void sample(Coverage now, double countedPerSecond) {
        lastAt = now.at();
        lastCounted = now.counted();
        samples.addLast(new Sample(now.at(), countedPerSecond, now.lag()));
        while (samples.getFirst().at().isBefore(now.at().minus(KEPT))) {
            samples.removeFirst();
        }
    }

    synchronized List<Sample> history() {
        return List.copyOf(samples);
    }
}
