package workshop.speed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.sql.SparkSession;
import workshop.handoff.Database;
import workshop.handoff.Sql;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/** A run of the speed layer, as the command line and spark-submit start it: says that it runs, and what it has counted. */
public record SpeedRun(SparkSession spark, Settings settings, SpeedTrigger trigger) {
    private static final String SUM = Sql.load(SpeedRun.class, "sum-progress.sql");
    /** Before Spark's own hooks, which end the session. */
    private static final int BEFORE_SPARK = 100;
    /** A task that is committing, or waits for PostgreSQL, is let finish. */
    private static final int STOP_SECONDS = 90;

    /** Ends when all that is in the topic now is counted. */
    public void untilCaughtUp() {
        try (SpeedLayer speed = SpeedLayer.start(spark, settings, trigger)) {
            speed.awaitCaughtUp();
        }
        System.out.println(counted());
    }

    /** Ends with the process, by Ctrl-C as a rule; what was read is then committed. */
    public void untilStopped() {
        SpeedLayer speed = SpeedLayer.start(spark, settings, trigger);
        CountDownLatch stopped = new CountDownLatch(1);
        ShutdownHookManager.get()
                .addShutdownHook(() -> stop(speed, stopped), BEFORE_SPARK, STOP_SECONDS, TimeUnit.SECONDS);
        System.out.println("The speed layer is running. Ctrl-C stops it.");
        try {
            speed.await();
            stopped.await(); // or Spark would be closed under the hook
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop(SpeedLayer speed, CountDownLatch stopped) {
        try {
            speed.close();
            System.out.println(counted());
        } catch (RuntimeException e) {
            // Nothing that is counted is lost by it: the next run goes on where PostgreSQL is.
            System.err.println(WorkshopException.behind(
                            e, "The speed layer did not stop in order.", "./workshop speed, which goes on")
                    .threeLines());
        } finally {
            stopped.countDown();
        }
    }

    private String counted() {
        try (Connection connection = Database.connect(settings, Role.SPEED_LAYER);
                PreparedStatement select = connection.prepareStatement(SUM);
                ResultSet row = select.executeQuery()) {
            row.next();
            return String.format(
                    Locale.ROOT,
                    "The speed layer has counted %,d transactions and sent %,d rejected records to %s.",
                    row.getLong("accepted"),
                    row.getLong("rejected"),
                    settings.deadLetterTopic());
        } catch (SQLException e) {
            throw Database.refused(settings, Role.SPEED_LAYER, e);
        }
    }
}
