package workshop.kappa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import workshop.handoff.Database;
import workshop.handoff.Sql;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.streaming.JobRun;
import workshop.transactions.Rule;

/**
 * A run of a version, as the command line and spark-submit start it: says that it runs, and what it has counted.
 *
 * @param rule null is the version's own
 */
public record KappaRun(SparkSession spark, Settings settings, String version, Rule rule) {
    private static final String COUNTS = Sql.load(KappaRun.class, "select-counts.sql");

    /** Ends when all that is in the log now is counted. */
    public void untilCaughtUp() {
        job().untilCaughtUp();
    }

    /** Ends with the process, by Ctrl-C as a rule. */
    public void untilStopped() {
        job().untilStopped(settings.topic());
    }

    private JobRun job() {
        return new JobRun(() -> KappaJob.start(spark, settings, version, rule), KappaJob.words(version), this::counted);
    }

    private String counted() {
        try (Connection connection = Database.connect(settings, Role.KAPPA);
                PreparedStatement select = connection.prepareStatement(COUNTS)) {
            select.setString(1, version);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                String text = String.format(
                        Locale.ROOT,
                        "Kappa %s has read %,d = accepted %,d + duplicates %,d + rejected %,d.",
                        version,
                        row.getLong("read"),
                        row.getLong("accepted"),
                        row.getLong("duplicates"),
                        row.getLong("rejected"));
                long unchecked = row.getLong("unchecked");
                return unchecked == 0
                        ? text
                        : text
                                + String.format(
                                        Locale.ROOT,
                                        "%n%,d of the accepted are older than the window, so they may be duplicates.",
                                        unchecked);
            }
        } catch (SQLException e) {
            throw Database.refused(settings, Role.KAPPA, e);
        }
    }
}
