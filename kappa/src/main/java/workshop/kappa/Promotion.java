package workshop.kappa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import workshop.handoff.Database;
import workshop.handoff.Sql;
import workshop.kappa.MicroBatchAggregate.Partition;
import workshop.settings.Advice;
import workshop.settings.Command;
import workshop.settings.Plural;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/**
 * Moves the view {@code kappa_customer_totals} to another version, in one transaction of one row: a reader sees the one or
 * the other, and waits for neither. Also the way back.
 */
public final class Promotion {
    private static final String LOCK = Sql.load(Promotion.class, "lock-serving.sql");
    private static final String PROMOTE = Sql.load(Promotion.class, "promote.sql");
    private static final String IS_RUNNING = Sql.load(Promotion.class, "is-running.sql");
    /** A version that runs is let come to where the other is. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final long POLL_MS = 50;

    private final Settings settings;
    private final Runnable inside;

    public Promotion(Settings settings) {
        this(settings, () -> {});
    }

    /** @param inside called in the transaction, before its commit, for tests that die there */
    Promotion(Settings settings, Runnable inside) {
        this.settings = settings;
        this.inside = inside;
    }

    /**
     * What was promoted.
     *
     * @param before the version that answered until now; null if none did
     * @param behind how many records of the log the new one has not counted yet
     */
    public record Report(String version, String before, long behind) {}

    /**
     * Promotes a version that has caught up: it covers all that the present one covers, so no answer goes back in time.
     *
     * @param evenIfBehind if true, a version that has not caught up is promoted too: in an emergency, the way back to a stopped version
     * @throws WorkshopException if it is not there, or has not caught up
     */
    public Report promote(String name, boolean evenIfBehind) {
        try (LogTopics topics = new LogTopics(settings);
                Connection connection = Database.connect(settings, Role.KAPPA)) {
            Versions versions = new Versions(connection);
            versions.requireSameLog(versions.get(name), topics);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (true) {
                Attempt attempt = Database.inTransaction(connection, () -> attempt(versions, name, evenIfBehind));
                if (attempt.done()) {
                    return new Report(
                            name, attempt.before(), LogTopics.behind(topics.recordEnds(), versions.progress(name)));
                }
                if (System.nanoTime() > deadline || !isRunning(connection, name)) {
                    throw notCaughtUp(name, attempt.before(), versions, topics);
                }
                Thread.sleep(POLL_MS);
            }
        } catch (SQLException e) {
            throw Database.refused(settings, Role.KAPPA, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + name, e);
        }
    }

    private record Attempt(boolean done, String before) {}

    private Attempt attempt(Versions versions, String name, boolean evenIfBehind) throws SQLException {
        Connection connection = versions.connection();
        String before;
        try (PreparedStatement lock = connection.prepareStatement(LOCK);
                ResultSet row = lock.executeQuery()) {
            row.next();
            before = row.getString("version");
        }
        if (!evenIfBehind && before != null && behind(versions, before, name) > 0) {
            return new Attempt(false, before);
        }
        try (PreparedStatement promote = connection.prepareStatement(PROMOTE)) {
            promote.setString(1, name);
            promote.executeUpdate();
        }
        inside.run();
        return new Attempt(true, before);
    }

    /** How many records the present version has counted that the other has not. */
    private static long behind(Versions versions, String present, String other) throws SQLException {
        // The other's first: what the present one counts meanwhile makes it wait, and is never missing.
        Map<Partition, Long> others = versions.progress(other);
        return LogTopics.behind(versions.progress(present), others);
    }

    private static boolean isRunning(Connection connection, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(IS_RUNNING)) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static WorkshopException notCaughtUp(String name, String before, Versions versions, LogTopics topics)
            throws SQLException {
        Map<Partition, Long> progress = versions.progress(name);
        return WorkshopException.failed(
                "The version " + name + " has not caught up: it is "
                        + Plural.of(LogTopics.behind(versions.progress(before), progress), "record") + " behind "
                        + before + ", and "
                        + LogTopics.behind(topics.recordEnds(), progress) + " behind the end of the log.",
                "The view would go back in time: records that are in its totals now would be missing.",
                Advice.of(
                        Command.KAPPA_RUN.with("--version " + name + " --until-caught-up"),
                        ", then promote again; in need, --even-if-behind"));
    }
}
