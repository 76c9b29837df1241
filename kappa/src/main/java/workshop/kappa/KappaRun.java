package workshop.kappa;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import workshop.handoff.Database;
import workshop.settings.Role;
import workshop.settings.Runner;
import workshop.settings.Settings;
import workshop.streaming.JobRun;
import workshop.transactions.Rule;

/**
 * A run of a version, as the command line and spark-submit start it: says that it runs, and what it has counted.
 *
 * @param rule null is the version's own
 * @param isLive whether a person at a terminal is shown all the time how far it is
 * @param runner that knows how commands are typed here
 */
public record KappaRun(
        SparkSession spark, Settings settings, String version, Rule rule, boolean isLive, Runner runner) {
    /** Ends when all that is in the log now is counted. */
    public void untilCaughtUp() {
        job().untilCaughtUp();
    }

    /** Ends with the process, by Ctrl-C as a rule. */
    public void untilStopped() {
        job().untilStopped(settings.topic());
    }

    private JobRun job() {
        return new JobRun(
                () -> KappaJob.start(spark, settings, version, rule),
                KappaJob.words(version),
                this::counted,
                isLive,
                runner);
    }

    private String counted() {
        try (Connection connection = Database.connect(settings, Role.KAPPA)) {
            VersionCounts counts = VersionCounts.of(connection, version);
            String text = String.format(
                    Locale.ROOT,
                    "Kappa %s has read %,d = accepted %,d + duplicates %,d + rejected %,d.",
                    version,
                    counts.read(),
                    counts.accepted(),
                    counts.duplicates(),
                    counts.rejected());
            return counts.unchecked() == 0
                    ? text
                    : text
                            + String.format(
                                    Locale.ROOT,
                                    "%n%,d of the accepted are older than the window, so they may be duplicates.",
                                    counts.unchecked());
        } catch (SQLException e) {
            throw Database.refused(settings, Role.KAPPA, e);
        }
    }
}
