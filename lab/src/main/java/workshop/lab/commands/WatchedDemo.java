package workshop.lab.commands;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.sql.SparkSession;
import workshop.batch.BatchLayer;
import workshop.batch.StageListener;
import workshop.lab.verify.Continuous;
import workshop.producer.RateLimit;
import workshop.producer.RecordSource;
import workshop.producer.TransactionProducer;
import workshop.producer.progress.Progress;
import workshop.producer.random.RandomOptions;
import workshop.producer.random.RandomSource;
import workshop.serving.http.Comparison;
import workshop.serving.http.DashboardServer;
import workshop.serving.http.Proof;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;
import workshop.speed.SpeedLayer;
import workshop.speed.SpeedTrigger;

/** The demo for the page: events come slowly and without end, a batch runs every half minute, until Ctrl-C. */
final class WatchedDemo {
    private static final double EVENTS_PER_SECOND = 20;
    private static final long BATCH_EVERY_SECONDS = 30;
    /** Transactions of the generator, once the events of the file are sent: more than anybody waits for. */
    private static final RandomOptions WITHOUT_END = new RandomOptions(1_000_000_000, 12, 7, 1, 1, 3);

    private final Settings settings;
    private final List<String> history;
    private final RecordSource events;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean failed = new AtomicBoolean();

    WatchedDemo(Settings settings, List<String> history, RecordSource events) {
        this.settings = settings;
        this.history = history;
        this.events = events;
    }

    /** Returns when {@link #stop} was called, or when the stream failed: then false. */
    boolean run(SparkSession spark, int port) {
        try (Continuous<Proof> proof = Continuous.proof(settings);
                Continuous<Comparison> comparison = Continuous.comparison(settings);
                DashboardServer page = DashboardServer.start(settings, proof, comparison, "127.0.0.1", port)) {
            System.out.printf(
                    "%nThe page is at http://127.0.0.1:%d/ until Ctrl-C. Every half minute a batch runs.%n%n",
                    page.port());
            batch(spark);
            try (SpeedLayer speed = SpeedLayer.start(spark, settings, SpeedTrigger.REAL_TIME)) {
                Thread stream = new Thread(this::stream, "stream");
                stream.start();
                try {
                    while (!stop.await(BATCH_EVERY_SECONDS, TimeUnit.SECONDS) && !failed.get()) {
                        speed.requireRunning();
                        batch(spark);
                    }
                } finally {
                    stream.interrupt();
                    stream.join();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (stop.getCount() > 0) { // else Spark is going down too, and whatever it says of it is no news
                throw e;
            }
        } finally {
            ended.countDown();
        }
        return !failed.get();
    }

    private void batch(SparkSession spark) {
        String report = new BatchLayer(spark, settings, history, StageListener.NONE)
                .run()
                .text();
        System.out.println(report.lines().findFirst().orElseThrow());
    }

    private void stream() {
        RateLimit rate = RateLimit.perSecond(EVENTS_PER_SECOND);
        try (TransactionProducer producer = TransactionProducer.connect(settings);
                RecordSource more = new RandomSource(WITHOUT_END, InstantSource.system())) {
            producer.send(events, rate, Progress.silent());
            if (stop.getCount() > 0) {
                producer.send(more, rate, Progress.silent());
            }
        } catch (Exception e) {
            if (stop.getCount() > 0) {
                failed.set(true);
                System.err.println(WorkshopException.behind(e, "The stream ended.", "./workshop demo --watch")
                        .threeLines());
            }
        }
    }

    /** Ends it, and waits for some seconds until it has. */
    void stop() {
        stop.countDown();
        try {
            ended.await(15, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
