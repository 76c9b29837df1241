package workshop.lab.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiPredicate;
import org.apache.spark.sql.SparkSession;
import workshop.batch.BatchLayer;
import workshop.batch.BatchReport;
import workshop.batch.StageListener;
import workshop.lab.services.Home;
import workshop.lab.services.Ports;
import workshop.lab.services.Services;
import workshop.lab.services.Topics;
import workshop.lab.text.Format;
import workshop.lab.verify.Verification;
import workshop.producer.RateLimit;
import workshop.producer.RecordSource;
import workshop.producer.TransactionProducer;
import workshop.producer.progress.ProduceReport;
import workshop.producer.progress.SendProgress;
import workshop.serving.Migrations;
import workshop.settings.Settings;
import workshop.speed.SpeedLayer;
import workshop.speed.SpeedTrigger;
import workshop.transactions.spark.Sessions;

/** The demo: each stage briefly, the merged table after each, the recount at the end. */
final class Demo implements AutoCloseable {
    /** How long the second half of the events flows: the second batch runs meanwhile. */
    private static final double SECONDS_OF_STREAM = 6;
    /** Of a file too large to count its lines beforehand. */
    private static final long HALF_OF_UNKNOWN = 100_000;

    private final Path home;
    private final Services services;
    private final List<String> history;
    private final RecordSource stream;
    private final long start = System.nanoTime();
    private boolean stopped;

    Demo(Path home, List<String> history, RecordSource stream) {
        this.home = home;
        this.services = Services.at(home);
        this.history = history;
        this.stream = stream;
    }

    /** Whether the recount agreed after each stage. */
    boolean run() throws Exception {
        return withServices(this::run);
    }

    /** The same slowly and without end, with the page on this port. */
    boolean watch(int port) throws Exception {
        return withServices((spark, settings) -> new WatchedDemo(settings, history, stream).run(spark, port));
    }

    private boolean withServices(BiPredicate<SparkSession, Settings> stages) throws Exception {
        CompletableFuture<SparkSession> session = CompletableFuture.supplyAsync(Demo::spark);
        Settings settings = start();
        try (SparkSession spark = FailedStart.explained(home, () -> join(session))) {
            return stages.test(spark, settings);
        }
    }

    private Settings start() {
        say("1  Kafka and PostgreSQL start, each in its own process.");
        Settings settings =
                FailedStart.explained(home, () -> services.up(Ports.ANY)).settings(Settings.of(System.getenv()));
        Topics.create(settings);
        Migrations.migrate(settings);
        return settings;
    }

    private boolean run(SparkSession spark, Settings settings) {
        say("2  Batch layer: the history, from its files.");
        boolean agrees = batch(spark, settings);
        try (TransactionProducer producer = TransactionProducer.connect(settings);
                SpeedLayer speed = SpeedLayer.start(spark, settings, SpeedTrigger.REAL_TIME)) {
            long half = stream.expected().orElse(HALF_OF_UNKNOWN * 2) / 2;
            say("3  Speed layer: half of the events come into Kafka and are counted within milliseconds.");
            producer.send(stream.first(half), RateLimit.unlimited(), SendProgress.silent());
            speed.awaitCaughtUp();
            agrees &= show(settings);

            say("4  Batch layer again, while the other half comes: it takes the epoch over from the speed layer.");
            RateLimit slowly = RateLimit.perSecond(Math.max(1, half) / SECONDS_OF_STREAM);
            CompletableFuture<ProduceReport> rest =
                    CompletableFuture.supplyAsync(() -> producer.send(stream, slowly, SendProgress.silent()));
            agrees &= batch(spark, settings);

            say("5  The stream ends: " + join(rest).acknowledged() + " more events, all counted.");
            speed.awaitCaughtUp();
            agrees &= show(settings);
        }
        say("6  The recount, without Spark, of every history line and every record of the log.");
        Verification last = Verification.run(settings);
        System.out.print(VerifyCommand.text(last));
        return agrees && last.agrees();
    }

    private boolean batch(SparkSession spark, Settings settings) {
        BatchReport report = new BatchLayer(spark, settings, history, StageListener.NONE).run();
        // A command would look into another home: this one goes with the demo.
        System.out.print(report.textWithoutCommands());
        return show(settings);
    }

    /** Prints the merged totals; returns whether a recount of this moment agrees. */
    private static boolean show(Settings settings) {
        System.out.println();
        System.out.print(Format.TABLE.write(QueryCommand.rows(settings, View.customer_totals, null)));
        return Verification.run(settings).agrees();
    }

    private static SparkSession spark() {
        // A slot for each partition, which Real-Time Mode holds, and the rest for the batches.
        return Sessions.start("demo", "local[" + (4 + 2 * Runtime.getRuntime().availableProcessors()) + "]");
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private void say(String what) {
        System.out.printf(Locale.ROOT, "%n%s  (%.0f s)%n", what, (System.nanoTime() - start) / 1e9);
    }

    /** Stops everything and deletes the home. Another thread waits until that is done, and does it if it failed. */
    @Override
    public synchronized void close() {
        if (!stopped) {
            services.down();
            Home.delete(home);
            stopped = true;
        }
    }
}
