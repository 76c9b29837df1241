package workshop.speed;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import workshop.handoff.Connections;
import workshop.handoff.Sql;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.transactions.Rule;

/** Writes every two seconds that this run is alive: an idle speed layer and a dead one would look alike otherwise. */
final class Heartbeat implements AutoCloseable {
    private static final String BEAT = Sql.load(Heartbeat.class, "beat.sql");
    private static final String END = Sql.load(Heartbeat.class, "end-beat.sql");
    private static final long EVERY_MS = 2_000;

    private final Settings settings;
    private final String run;
    private final Rule rule;
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "speed-layer-heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param run a name that no other run has
     * @param rule by which this run counts
     * @param alive whether there is anything to say
     */
    Heartbeat(Settings settings, String run, Rule rule, BooleanSupplier alive) {
        this.settings = settings;
        this.run = run;
        this.rule = rule;
        background.scheduleWithFixedDelay(() -> beat(alive.getAsBoolean()), 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private void beat(boolean alive) {
        if (alive) {
            write(BEAT, run, rule.label());
        } else {
            write(END, run);
        }
    }

    /** If a beat cannot be written, nothing else is done: the missing beat says that something is wrong. */
    private void write(String sql, String... parameters) {
        try {
            Connections.once(settings, Role.SPEED_LAYER, connection -> {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    for (int i = 0; i < parameters.length; i++) {
                        statement.setString(i + 1, parameters[i]);
                    }
                    statement.executeUpdate();
                }
                connection.commit();
                return null;
            });
        } catch (SQLException | RuntimeException missing) {
            // The next one may be written.
        }
    }

    @Override
    public void close() {
        background.shutdown();
        try {
            background.awaitTermination(EVERY_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        beat(false);
    }
}
