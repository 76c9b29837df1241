package workshop.serving.http;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import workshop.handoff.SameLog;
import workshop.handoff.TopicLog;
import workshop.settings.Settings;

/**
 * Where a topic of the log ends, and whether it is the one that was counted, asked of Kafka in the background: a Kafka that
 * does not answer keeps nobody waiting.
 */
final class LogEnds implements AutoCloseable {
    private static final long EVERY_MS = 500;

    /**
     * A topic as of about now.
     *
     * @param ends by partition (exclusive)
     * @param anotherLog why this is not the log that the layers of Lambda have counted; null if it is
     * @param others the versions of the Kappa job that have counted another log
     */
    record State(Map<Integer, Long> ends, @Nullable String anotherLog, Set<String> others) {
        /** With the ends only if they can be compared with the offsets that both layers have counted. */
        static Optional<Map<Integer, Long>> comparable(Optional<State> state) {
            return state.filter(known -> known.anotherLog() == null).map(State::ends);
        }
    }

    /** Reads what has been counted of a topic. */
    @FunctionalInterface
    interface Counted {
        CountedLogs read(Connection connection, String topic) throws SQLException;
    }

    private final Settings settings;
    private final String topic;
    private final ReaderPool pool;
    private final Counted counted;
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "log-ends");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable TopicLog log;
    private @Nullable SameLog same;
    private volatile Optional<State> state = Optional.empty();

    LogEnds(Settings settings, String topic, ReaderPool pool, Counted counted) {
        this.settings = settings;
        this.topic = topic;
        this.pool = pool;
        this.counted = counted;
        background.scheduleWithFixedDelay(this::ask, 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private void ask() {
        try {
            if (log == null) {
                log = new TopicLog(settings.kafka(), topic);
                same = new SameLog(log);
            }
            state = Optional.of(compared(log.recordEnds()));
        } catch (RuntimeException unreachable) { // an unknown host among them, until it is known
            state = Optional.empty();
        }
    }

    /** Where PostgreSQL does not answer, the page shows no number of today anyway. */
    private State compared(Map<Integer, Long> ends) {
        CountedLogs logs;
        try {
            logs = pool.read(connection -> counted.read(connection, topic));
        } catch (SQLException unreachable) {
            return new State(ends, null, Set.of());
        }
        Set<String> others = new TreeSet<>();
        logs.versions().forEach((version, log) -> same.objection(log).ifPresent(why -> others.add(version)));
        return new State(
                ends,
                same.objection(logs.layers())
                        .map(why -> why.what() + " " + why.why())
                        .orElse(null),
                others);
    }

    String topic() {
        return topic;
    }

    /** Of about now; empty if Kafka does not answer. */
    Optional<State> now() {
        return state;
    }

    @Override
    public void close() {
        background.shutdownNow();
        if (log != null) {
            same.close();
            log.close();
        }
    }
}
