package workshop.serving.http;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import workshop.handoff.TopicLog;
import workshop.settings.Settings;

/** Where a topic of the log ends, asked of Kafka in the background: a Kafka that does not answer keeps nobody waiting. */
final class LogEnds implements AutoCloseable {
    private static final long EVERY_MS = 500;

    private final Settings settings;
    private final String topic;
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "log-ends");
        thread.setDaemon(true);
        return thread;
    });
    private TopicLog log;
    private volatile Optional<Map<Integer, Long>> ends = Optional.empty();

    LogEnds(Settings settings, String topic) {
        this.settings = settings;
        this.topic = topic;
        background.scheduleWithFixedDelay(this::ask, 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private void ask() {
        try {
            if (log == null) {
                log = new TopicLog(settings.kafka(), topic);
            }
            ends = Optional.of(log.recordEnds());
        } catch (RuntimeException unreachable) { // an unknown host among them, until it is known
            ends = Optional.empty();
        }
    }

    String topic() {
        return topic;
    }

    /** Of about now, by partition (exclusive); empty where Kafka does not answer. */
    Optional<Map<Integer, Long>> now() {
        return ends;
    }

    @Override
    public void close() {
        background.shutdownNow();
        if (log != null) {
            log.close();
        }
    }
}
