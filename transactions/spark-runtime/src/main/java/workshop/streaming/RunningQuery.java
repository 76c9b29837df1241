package workshop.streaming;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import workshop.settings.Advice;
import workshop.settings.Command;
import workshop.settings.WorkshopException;

/**
 * A query that runs: waits for it, stops it for good, and ends it if its {@link Guard} finds a reason to. While the query
 * runs, a topic may be deleted and created again, and Spark would go on with the new one, whose offsets name other records.
 */
public final class RunningQuery implements AutoCloseable {
    private static final long POLL_MS = 20;
    private static final long WATCH_MS = 1_000;
    private static final int STOP_ATTEMPTS = 30;

    private final StreamingQuery query;
    private final Words words;
    private final Supplier<Guard> guards;

    /** Is asked once a second whether the query may go on, by connections that stay open. */
    public interface Guard extends AutoCloseable {
        /**
         * Why the query must end; empty if it may go on.
         *
         * @throws SQLException if PostgreSQL does not answer
         * @throws WorkshopException if Kafka does not answer
         */
        Optional<WorkshopException> objection() throws SQLException;

        /** Is told that the query has ended by the last objection: no commit comes any more. */
        default void ended() {}

        @Override
        void close();
    }

    /**
     * How the query is spoken of.
     *
     * @param job as {@code The speed layer}
     * @param again the command that goes on where it ended
     */
    public record Words(String job, Command again) {}

    /** @param guards makes the guard of each wait, which closes it */
    public RunningQuery(StreamingQuery query, Words words, Supplier<Guard> guards) {
        this.query = query;
        this.words = words;
        this.guards = guards;
    }

    public boolean isActive() {
        return query.isActive();
    }

    /** Waits until the query ends: by {@link #close}, or by a failure, which is thrown. */
    public void awaitEnd() {
        try (Guard guard = guards.get()) {
            while (!query.awaitTermination(WATCH_MS)) {
                ask(guard);
            }
        } catch (StreamingQueryException e) {
            throw failure(e);
        }
    }

    /** Waits until something is so. Throws why the query has ended, if it has before. */
    public void await(BooleanSupplier isEnough) {
        try (Guard guard = guards.get()) {
            for (long polls = 1; !isEnough.getAsBoolean(); polls++) {
                if (query.awaitTermination(POLL_MS)) {
                    throw stoppedEarly();
                }
                if (polls % (WATCH_MS / POLL_MS) == 0) {
                    ask(guard);
                }
            }
            ask(guard);
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

    /** Ends the query if the guard objects. Where Kafka or PostgreSQL does not answer, the query fails by itself. */
    private void ask(Guard guard) {
        Optional<WorkshopException> objection;
        try {
            objection = guard.objection();
        } catch (SQLException | WorkshopException | KafkaException unreachable) {
            return;
        }
        objection.ifPresent(why -> {
            close();
            guard.ended();
            throw why;
        });
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
                words.again().with("--until-caught-up"));
    }

    private RuntimeException failure(StreamingQueryException e) {
        return WorkshopException.behind(
                e,
                words.job() + " stopped.",
                Advice.of(Command.STATUS, ", then ", words.again(), ", which goes on where it ended"));
    }
}
