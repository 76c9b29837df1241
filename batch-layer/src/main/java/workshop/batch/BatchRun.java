package workshop.batch;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.sql.SparkSession;
import workshop.settings.Command;
import workshop.settings.Printable;
import workshop.settings.Runner;
import workshop.settings.Settings;
import workshop.transactions.spark.SparkShutdownHook;

/**
 * A run of the batch layer, as the command line and spark-submit start it: says what it changes and
 * what it has published.
 *
 * @param runner that knows how commands are typed here
 */
public record BatchRun(SparkSession spark, Settings settings, BatchOptions options, Runner runner) {
    /** Ctrl-C ends it before; what is not published then is taken up by the next run. */
    public void run() throws Exception {
        BatchLayer layer = new BatchLayer(spark, settings, options, new StageListener() {
            @Override
            public void inside(Stage stage, String what) {}

            @Override
            public void notice(String sentence) {
                System.out.println(Printable.line(sentence));
            }
        });
        AtomicBoolean published = new AtomicBoolean();
        SparkShutdownHook.interruptibly(
                () -> {
                    System.out.print(layer.run().text(runner));
                    published.set(true);
                    return null;
                },
                () -> {
                    if (!published.get()) {
                        System.out.println("The batch was stopped before it had published. "
                                + Command.BATCH.typed(runner) + " takes it up.");
                    }
                });
    }
}
