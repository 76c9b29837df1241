package workshop.serving.http;

import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import workshop.settings.Runner;
import workshop.settings.Settings;

/**
 * Looks at the database some times a second, once for all clients, and tells them what has changed. A look that takes long,
 * over a million customers, is made less often: it never takes more than a fifth of the time.
 */
final class LiveStream implements AutoCloseable {
    private static final long LOOK_EVERY_MS = 300;
    private static final int SHARE = 5;
    private static final long MOST_MS = 10_000;
    private static final long AFTER_TROUBLE_MS = 1_000;
    /** Merges that take too long are given up, and cost PostgreSQL as much the next time. */
    private static final Duration AFTER_SLOW_MERGES = Duration.ofSeconds(30);

    private final ReaderPool pool;
    private final LogEnds logEnds;
    private final Supplier<Proof> proof;
    private final Settings settings;
    private final Runner runner;
    private final Activity activity = new Activity();
    private final OpenStreams clients;
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "live-stream");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Snapshot last;
    private Instant lastSent = Instant.EPOCH;
    private Instant mergesFrom = Instant.EPOCH;
    private volatile byte[] forNewcomers = new byte[0];

    LiveStream(ReaderPool pool, LogEnds logEnds, Supplier<Proof> proof, Settings settings, Runner runner) {
        this.pool = pool;
        this.logEnds = logEnds;
        this.proof = proof;
        this.settings = settings;
        this.runner = runner;
        this.clients = new OpenStreams(settings.dashboardStreams());
        background.schedule(this::look, 0, TimeUnit.MILLISECONDS);
    }

    /**
     * Adds a client, who gets everything first.
     *
     * @param address of the client
     * @throws Problem if there is no room for it
     */
    void add(AsyncContext request, String address) throws IOException {
        StreamClient client = new StreamClient(request, address, () -> forNewcomers, clients::remove);
        clients.add(client);
        client.begin();
    }

    /** @throws Problem if a client of this address would find no room */
    void requireRoom(String address) {
        clients.requireRoom(address);
    }

    int clients() {
        return clients.size();
    }

    private void look() {
        long start = System.nanoTime();
        try {
            Proof newest = proof.get();
            boolean withMerges = !Instant.now().isBefore(mergesFrom);
            Snapshot now = pool.read(connection ->
                    Snapshot.read(connection, logEnds.now(), settings.currency(), newest, last, withMerges));
            if (withMerges && now.merges() == null) {
                mergesFrom = Instant.now().plus(AFTER_SLOW_MERGES);
            }
            Activity.Sample sample = activity.add(now.coverage());
            forNewcomers = now.eventForNewcomers(newest, sample, activity.history());
            boolean due = Duration.between(lastSent, Instant.now()).toSeconds() >= 1;
            if (now.isNewsAfter(last) || due) {
                send(now.event(last, newest, sample));
            }
            last = now;
        } catch (SQLException e) {
            tell(Trouble.of(e, settings.postgresServer(), runner));
        } catch (RuntimeException e) {
            tell(Trouble.of(e));
        } finally {
            again(System.nanoTime() - start);
        }
    }

    private void tell(Trouble trouble) {
        byte[] problem = ServerSentEvent.of("problem", trouble);
        last = null; // then the next snapshot is whole
        forNewcomers = problem;
        send(problem);
    }

    private void again(long tookNanos) {
        long wanted = Math.max(LOOK_EVERY_MS, TimeUnit.NANOSECONDS.toMillis(tookNanos) * (SHARE - 1));
        long pause = last == null ? AFTER_TROUBLE_MS : Math.min(wanted, MOST_MS);
        if (!background.isShutdown()) {
            background.schedule(this::look, pause, TimeUnit.MILLISECONDS);
        }
    }

    private void send(byte[] event) {
        lastSent = Instant.now();
        clients.forEach(client -> client.send(event));
    }

    @Override
    public void close() {
        background.shutdownNow();
        clients.forEach(StreamClient::end);
    }
}
