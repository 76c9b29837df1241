package workshop.lab.services;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import workshop.settings.Settings;

/**
 * Kafka and PostgreSQL with their data under one home directory. Every method may be called at any time, by several
 * commands at once, and after any of the processes was killed.
 */
public final class Services {
    /** Longer than a first start on a slow machine. */
    private static final Duration PATIENCE_WITH_OTHERS = Duration.ofMinutes(3);

    private final HomeDirectory home;
    private final HomeState state;
    private final Supervisor kafka;
    private final Supervisor postgres;

    private Services(HomeDirectory home, Settings settings) {
        this.home = home;
        this.state = new HomeState(home.path());
        this.kafka = new Supervisor(home, new KafkaService(home), state);
        this.postgres = new Supervisor(home, new PostgresService(home, settings), state);
    }

    /** The services of a home, which need not exist, with the passwords of this process's environment. */
    public static Services at(Path home) {
        return at(home, Settings.of(System.getenv()));
    }

    /** The services of a home; the settings tell the password of the database's owner. */
    public static Services at(Path home, Settings settings) {
        return new Services(HomeDirectory.at(home), settings);
    }

    /** Starts what does not run, takes on what does, and returns when both answer. Stops what it started if either fails. */
    public RunningServices up(Ports ports) {
        home.create();
        try (HomeLock lock = lock()) {
            CompletableFuture<Void> broker = inParallel("kafka", () -> kafka.up(ports.kafka()));
            CompletableFuture<Void> database = inParallel("postgres", () -> postgres.up(ports.postgres()));
            try {
                CompletableFuture.allOf(broker, database).join();
            } catch (CompletionException e) {
                kafka.stopIfStartedNow();
                postgres.stopIfStartedNow();
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
            return addresses();
        }
    }

    /** Both, if both run and listen; found in some milliseconds. */
    public Optional<RunningServices> running() {
        return kafka.listens() && postgres.listens() ? Optional.of(addresses()) : Optional.empty();
    }

    /** Kafka, then PostgreSQL. */
    public List<ServiceStatus> status() {
        return List.of(kafka.status(), postgres.status());
    }

    /** Stops both, gently and then for certain. Their data stays. */
    public void down() {
        if (!home.exists()) {
            return;
        }
        try (HomeLock lock = lock()) {
            CompletableFuture.allOf(inParallel("kafka", kafka::down), inParallel("postgres", postgres::down))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private RunningServices addresses() {
        return new RunningServices(
                home.path(),
                "127.0.0.1:" + state.entry(KafkaService.NAME).port(),
                "127.0.0.1:" + state.entry(PostgresService.NAME).port() + "/" + WorkshopDatabase.NAME);
    }

    private HomeLock lock() {
        return HomeLock.of(home.path().resolve("lock"), PATIENCE_WITH_OTHERS);
    }

    private static CompletableFuture<Void> inParallel(String name, Runnable work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                        done.complete(null);
                    } catch (RuntimeException | Error e) {
                        done.completeExceptionally(e);
                    }
                },
                name + "-service");
        thread.setDaemon(true);
        thread.start();
        return done;
    }
}
