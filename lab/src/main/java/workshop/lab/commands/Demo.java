package workshop.lab.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.spark.sql.SparkSession;
import workshop.batch.BatchLayer;
import workshop.batch.StageListener;
import workshop.lab.services.Home;
import workshop.lab.services.Ports;
import workshop.lab.services.Services;
import workshop.lab.services.Topics;
import workshop.lab.text.Format;
import workshop.lab.verify.Verification;
import workshop.producer.FileSource;
import workshop.producer.ProduceReport;
import workshop.producer.RateLimit;
import workshop.producer.RecordSource;
import workshop.producer.TransactionProducer;
import workshop.producer.progress.Progress;
import workshop.serving.Migrations;
import workshop.settings.Settings;
import workshop.speed.SpeedLayer;
import workshop.speed.SpeedTrigger;
import workshop.transactions.spark.Sessions;

/** The demo: each stage briefly, the merged table after each, the recount at the end. */
final class Demo implements AutoCloseable {
    /** So that the second batch runs while events flow. */
    private static final double EVENTS_PER_SECOND = 250;

    private final Path home;
    private final Services services;
    private final List<String> history;
    private final Path events;
    private final Thread stopServices = new Thread(this::stop, "stop-services");
    private final long start = System.nanoTime();

    Demo(Path home, List<String> history, Path events) {
        this.home = home;
        this.services = Services.at(home);
        this.history = history;
        this.events = events;
        Runtime.getRuntime().addShutdownHook(stopServices);
    }

    /** Whether the recount agreed after each stage. */
    boolean run() throws IOException {
        say("1  Kafka and PostgreSQL start, each in its own process.");
        CompletableFuture<SparkSession> session = CompletableFuture.supplyAsync(Demo::spark);
        Settings settings = services.up(Ports.ANY).settings(Settings.of(java.util.Map.of()));
        Topics.create(settings);
        Migrations.migrate(settings);
        try (SparkSession spark = join(session)) {
            return run(spark, settings);
        }
    }

    private boolean run(SparkSession spark, Settings settings) {
        say("2  Batch layer: the history, from its files.");
        boolean agrees = batch(spark, settings) & show(settings);
        try (SpeedLayer speed = SpeedLayer.start(spark, settings, SpeedTrigger.REAL_TIME)) {
            say("3  Speed layer: events come into Kafka and are counted within milliseconds.");
            CompletableFuture<ProduceReport> stream = CompletableFuture.supplyAsync(() -> produce(settings));
            speed.awaitSomeCounted();
            agrees &= show(settings);
            say("4  Batch layer again, while the stream goes on: it takes the epoch over from the speed layer.");
            agrees &= batch(spark, settings) & show(settings);
            say("5  The stream ends. " + join(stream).sentence());
            speed.awaitCaughtUp();
            agrees &= show(settings);
        }
        Verification last = Verification.run(settings);
        say("6  The recount, without Spark, of every history line and every record of the log.");
        System.out.print(VerifyCommand.text(last));
        return agrees && last.agrees();
    }

    private boolean batch(SparkSession spark, Settings settings) {
        System.out.print(new BatchLayer(spark, settings, history, StageListener.NONE)
                .run()
                .text());
        return true;
    }

    private boolean show(Settings settings) {
        System.out.println();
        System.out.print(Format.TABLE.write(QueryCommand.rows(settings, View.customer_totals, null)));
        return Verification.run(settings).agrees();
    }

    private ProduceReport produce(Settings settings) {
        try (RecordSource records = FileSource.open(events);
                TransactionProducer producer = TransactionProducer.connect(settings)) {
            return producer.send(records, RateLimit.perSecond(EVENTS_PER_SECOND), Progress.silent());
        }
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

    private void stop() {
        services.down();
        Home.delete(home);
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(stopServices);
        stop();
    }
}
