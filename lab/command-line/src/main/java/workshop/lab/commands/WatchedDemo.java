package workshop.lab.commands;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import workshop.batch.BatchLayer;
import workshop.batch.StageListener;
import workshop.lab.verify.Continuous;
import workshop.producer.RateLimit;
import workshop.producer.RecordSource;
import workshop.producer.TransactionProducer;
import workshop.producer.progress.SendProgress;
import workshop.producer.random.RandomOptions;
import workshop.producer.random.RandomSource;
import workshop.serving.http.DashboardServer;
import workshop.serving.http.LiveComparison;
import workshop.serving.http.Proof;
import workshop.settings.Advice;
import workshop.settings.ProcessEnd;
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
    private final CountDownLatch streamFailed = new CountDownLatch(1);

    WatchedDemo(Settings settings, List<String> history, RecordSource events) {
        this.settings = settings;
        this.history = history;
        this.events = events;
    }

    /** Returns when this thread is interrupted, or when the stream failed: then false. */
    boolean run(SparkSession spark, int port) {
        try (Continuous<Proof> proof = Continuous.proof(settings);
                Continuous<LiveComparison> comparison = Continuous.comparison(settings);
                DashboardServer page =
                        DashboardServer.start(settings, Workshop.RUNNER, proof, comparison, "127.0.0.1", port)) {
            System.out.printf(
                    "%nThe page is at http://127.0.0.1:%d/ until Ctrl-C. Every half minute a batch runs.%n%n",
                    page.port());
            batch(spark);
            try (SpeedLayer speed = SpeedLayer.start(spark, settings, SpeedTrigger.REAL_TIME)) {
                Thread stream = new Thread(this::stream, "stream");
                stream.start();
                try {
                    while (!streamFailed.await(BATCH_EVERY_SECONDS, TimeUnit.SECONDS)) {
                        speed.requireRunning();
                        batch(spark);
                    }
                    return false;
                } finally {
                    stream.interrupt();
                    stream.join();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void batch(SparkSession spark) {
        String report = new BatchLayer(spark, settings, history, StageListener.NONE)
                .run()
                .textWithoutCommands();
        System.out.println(report.lines().findFirst().orElseThrow());
    }

    private void stream() {
        RateLimit rate = RateLimit.perSecond(EVENTS_PER_SECOND);
        try (TransactionProducer producer = TransactionProducer.connect(settings);
                RecordSource more = new RandomSource(WITHOUT_END, InstantSource.system())) {
            producer.send(events, rate, SendProgress.silent());
            producer.send(more, rate, SendProgress.silent());
        } catch (Exception e) {
            if (!ProcessEnd.hasBegun()) {
                System.err.println(
                        WorkshopException.behind(e, "The stream ended.", Advice.of("./workshop demo --watch"))
                                .threeLines(Workshop.RUNNER));
                streamFailed.countDown();
            }
        }
    }
}
