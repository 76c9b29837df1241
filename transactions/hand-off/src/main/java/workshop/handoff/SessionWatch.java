package workshop.handoff;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/**
 * Ends a session whose PostgreSQL has vanished: a host that lost its power or its network closes no connection, and who waits
 * for its answer would wait for hours. Silence alone does not tell: a statement may compute for minutes, or wait for a lock.
 * So a new connection is asked whether the session is still there. If it does not answer twice in a row, or knows
 * nothing of the session, the session is aborted, and what waits for it fails with a lost connection.
 */
public final class SessionWatch implements AutoCloseable {
    private static final String SELECT = Sql.load(SessionWatch.class, "select-session.sql");
    private static final int ENOUGH = 2;
    /** As many as there are tasks that can wait at the same time, as a rule. A thread lives from its first use on. */
    private static final ScheduledThreadPoolExecutor CLOCK = clock(8);

    private final Settings settings;
    private final Role role;
    private final Connection session;
    private final int pid;
    private final ScheduledFuture<?> questions;
    private int unanswered;
    private boolean closed;

    private SessionWatch(Settings settings, Role role, Connection session) throws SQLException {
        this.settings = settings;
        this.role = role;
        this.session = session;
        this.pid = session.unwrap(PGConnection.class).getBackendPID();
        // A question takes as long as the pause before it at most, so two of each are the time of the setting.
        long pause = settings.postgresSilence().toMillis() / (2 * ENOUGH);
        this.questions = CLOCK.scheduleWithFixedDelay(this::ask, pause, pause, TimeUnit.MILLISECONDS);
    }

    /**
     * Watches until it is closed.
     *
     * @param session of this role; it is aborted after {@link Settings#postgresSilence()} without an answer
     */
    public static SessionWatch over(Connection session, Settings settings, Role role) throws SQLException {
        return new SessionWatch(settings, role, session);
    }

    private void ask() {
        // A process that stood still has a question on its way that nobody could answer: one does not count.
        if (isThere()) {
            unanswered = 0;
        } else if (++unanswered == ENOUGH) {
            abort();
        }
    }

    private boolean isThere() {
        try (Connection fresh = Database.connect(
                        settings, role, settings.postgresSilence().dividedBy(2 * ENOUGH));
                PreparedStatement select = fresh.prepareStatement(SELECT)) {
            select.setInt(1, pid);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            return isAnswer(e);
        } catch (WorkshopException e) {
            return e.getCause() instanceof SQLException refused && isAnswer(refused);
        }
    }

    /** A refusal, as that of one connection too many, comes from a PostgreSQL that is there. */
    private static boolean isAnswer(SQLException e) {
        return e.getSQLState() != null && !Database.isUnreachable(e.getSQLState());
    }

    private synchronized void abort() {
        if (!closed) {
            try {
                session.abort(Runnable::run);
            } catch (SQLException gone) {
                // Then nobody waits for it any more.
            }
        }
    }

    private static ScheduledThreadPoolExecutor clock(int threads) {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(threads, work -> {
            Thread thread = new Thread(work, "postgresql-watch");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(
                true); // hundreds are begun each second, and nearly all end before their first question
        return clock;
    }

    /** From here on the session is not aborted any more. */
    @Override
    public synchronized void close() {
        closed = true;
        questions.cancel(false);
    }
}
