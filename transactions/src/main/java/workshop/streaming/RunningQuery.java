package workshop.streaming;

import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import workshop.handoff.TopicIdentity;
import workshop.handoff.TopicLog;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/**
 * A query that runs: waits for it, stops it for good, and ends it where a topic is deleted and created again under it:
 * Spark would go on with the new one, whose offsets name other records.
 */
public final class RunningQuery implements AutoCloseable {
    private static final long POLL_MS = 20;
    private static final long WATCH_MS = 1_000;
    private static final int STOP_ATTEMPTS = 30;

    private final Settings settings;
    private final StreamingQuery query;
    private final Words words;
    private final List<Topic> topics;

    /** A topic that the query reads, by Kafka's id. */
    public record Topic(String name, String id) {}

    /**
     * How the query is spoken of.
     *
     * @param job as {@code The speed layer}
     * @param again the command that goes on where it ended
     */
    public record Words(String job, String again) {}

    public RunningQuery(Settings settings, StreamingQuery query, Words words, List<Topic> topics) {
        this.settings = settings;
        this.query = query;
        this.words = words;
        this.topics = List.copyOf(topics);
    }

    public boolean isActive() {
        return query.isActive();
    }

    /** Waits until the query ends: by {@link #close}, or by a failure, which is thrown. */
    public void awaitEnd() {
        try (Watch watch = new Watch()) {
            while (!query.awaitTermination(WATCH_MS)) {
                watch.requireSameTopics();
            }
        } catch (StreamingQueryException e) {
            throw failure(e);
        }
    }

    /** Waits until something is so. Throws why the query has ended, if it has before. */
    public void await(BooleanSupplier isEnough) {
        try (Watch watch = new Watch()) {
            for (long polls = 1; !isEnough.getAsBoolean(); polls++) {
                if (query.awaitTermination(POLL_MS)) {
                    throw stoppedEarly();
                }
                if (polls % (WATCH_MS / POLL_MS) == 0) {
                    watch.requireSameTopics();
                }
            }
            watch.requireSameTopics();
        } catch (StreamingQueryException e) {
            throw failure(e);
        }
    }

    /** Throws why the query has ended, if it has. */
    public void requireRunning() {
        try {
            if (query.awaitTermination(1)) {
                throw stoppedEarly();
            }
        } catch (StreamingQueryException e) {
            throw failure(e);
        }
    }

    /** Asks Kafka, by connections that stay open. */
    private final class Watch implements AutoCloseable {
        private final List<TopicLog> logs = topics.stream()
                .map(topic -> new TopicLog(settings.kafka(), topic.name()))
                .toList();

        void requireSameTopics() {
            for (int i = 0; i < topics.size(); i++) {
                Topic topic = topics.get(i);
                if (!idOf(logs.get(i), topic).equals(topic.id())) {
                    RunningQuery.this.close();
                    throw TopicIdentity.anotherTopic(topic.name(), topic.name());
                }
            }
        }

        /** Where Kafka does not answer it may come back; where it does not, the query fails by itself. */
        private static String idOf(TopicLog log, Topic topic) {
            try {
                return log.topicId();
            } catch (WorkshopException unreachable) {
                return topic.id();
            }
        }

        @Override
        public void close() {
            logs.forEach(TopicLog::close);
        }
    }

    /**
     * Stops the query. Spark cancels the job that runs at this moment, and a job of Real-Time Mode that begins a moment
     * later would go on for minutes, as a query that calls itself stopped: so the stop is repeated until its thread has
     * ended.
     */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted(); // or Spark would not wait for the end of the thread
        try {
            int attempt = 1;
            while (!isStopped(attempt == STOP_ATTEMPTS)) {
                attempt++;
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Returns when the query's thread has ended, or after some seconds without that. */
    private boolean isStopped(boolean last) {
        try {
            query.stop();
            return true;
        } catch (TimeoutException e) {
            if (last) {
                throw new IllegalStateException("Spark did not stop the query in time", e);
            }
            return false;
        }
    }

    private WorkshopException stoppedEarly() {
        return WorkshopException.failed(
                words.job() + " was stopped before it had caught up.",
                "What it had read is counted; the rest is still in the log.",
                words.again() + " --until-caught-up");
    }

    private RuntimeException failure(StreamingQueryException e) {
        return WorkshopException.behind(
                e,
                words.job() + " stopped.",
                "./workshop status, then " + words.again() + ", which goes on where it ended");
    }
}
