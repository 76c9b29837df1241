package workshop.lab.measure;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import workshop.settings.Settings;

/**
 * Asks in the background, again and again, up to which offset the answer reaches, and remembers when that changed. An event
 * is visible with the offset behind it: totals and offsets are committed together.
 */
final class VisibilityWatch implements AutoCloseable {
    /** Where milliseconds count; asking so often all the time would take a part of a core from what is measured. */
    private static final long SHORT_PAUSE_NANOS = 2_000_000;

    private static final long PAUSE_NANOS = 50_000_000;

    private final ServedTotalsReader answers;
    /** When an offset was first seen covered, by partition. */
    private final Map<Integer, NavigableMap<Long, Long>> seen = new HashMap<>();

    private final Thread asking = new Thread(this::ask, "watch-coverage");
    private volatile long pause = PAUSE_NANOS;
    private volatile boolean isClosed;
    private volatile RuntimeException failure;

    VisibilityWatch(Settings settings, Questions questions) {
        answers = new ServedTotalsReader(settings, questions);
        asking.setDaemon(true);
        asking.start();
    }

    private void ask() {
        try (answers) {
            while (!isClosed) {
                Map<Integer, Long> coveredTo = answers.coverage();
                note(coveredTo, System.nanoTime());
                LockSupport.parkNanos(pause);
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /** Whether to look every few milliseconds from now on, or now and then. */
    void lookClosely(boolean closely) {
        pause = closely ? SHORT_PAUSE_NANOS : PAUSE_NANOS;
    }

    private synchronized void note(Map<Integer, Long> coveredTo, long now) {
        coveredTo.forEach((partition, to) ->
                seen.computeIfAbsent(partition, p -> new TreeMap<>()).putIfAbsent(to, now));
    }

    /** Whether all of these have been seen covered. */
    synchronized boolean covers(Map<Integer, Long> ends) {
        if (failure != null) {
            throw failure;
        }
        return ends.entrySet().stream().allMatch(end -> firstSeen(end.getKey(), end.getValue()) != null);
    }

    private Long firstSeen(int partition, long end) {
        Map.Entry<Long, Long> first =
                seen.getOrDefault(partition, new TreeMap<>()).ceilingEntry(end);
        return first == null ? null : first.getValue();
    }

    /** From being sent to being visible, of events that are all covered, from the shortest to the longest. */
    synchronized Duration[] waits(Collection<SentEvent> events) {
        Duration[] waits = events.stream()
                .map(event -> Duration.ofNanos(firstSeen(event.partition(), event.offset() + 1) - event.atNanos()))
                .toArray(Duration[]::new);
        Arrays.sort(waits);
        return waits;
    }

    @Override
    public void close() {
        isClosed = true;
    }
}
