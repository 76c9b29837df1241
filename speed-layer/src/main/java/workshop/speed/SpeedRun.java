package workshop.speed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import workshop.handoff.Database;
import workshop.settings.Plural;
import workshop.settings.Role;
import workshop.settings.Runner;
import workshop.settings.Settings;
import workshop.streaming.JobRun;
import workshop.transactions.Rule;

/**
 * A run of the speed layer, as the command line and spark-submit start it: says that it runs, and what it has counted.
 *
 * @param isLive whether a person at a terminal is shown all the time how far it is
 * @param runner that knows how commands are typed here
 */
public record SpeedRun(
        SparkSession spark, Settings settings, SpeedTrigger trigger, Rule rule, boolean isLive, Runner runner) {
    /** Ends when all that is in the topic now is counted. */
    public void untilCaughtUp() {
        job().untilCaughtUp();
    }

    /** Ends with the process, by Ctrl-C as a rule; what was read is then committed. */
    public void untilStopped() {
        job().untilStopped(settings.topic());
    }

    private JobRun job() {
        return new JobRun(
                () -> SpeedLayer.start(spark, settings, trigger, rule),
                SpeedLayer.WORDS,
                this::counted,
                isLive,
                runner);
    }

    private String counted() {
        try (Connection connection = Database.connect(settings, Role.SPEED_LAYER)) {
            ResumeOffsets.Counted counted = ResumeOffsets.counted(connection);
            return String.format(
                    Locale.ROOT,
                    "The speed layer has counted %s and sent %s to %s.",
                    Plural.of(counted.accepted(), "transaction"),
                    Plural.of(counted.rejected(), "rejected record"),
                    settings.deadLetterTopic());
        } catch (SQLException e) {
            throw Database.refused(settings, Role.SPEED_LAYER, e);
        }
    }
}
