package workshop.kappa;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import workshop.handoff.Database;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.streaming.JobProgress;
import workshop.streaming.JobRun;

/** How far a version is: what PostgreSQL has of it, and what of the log it has not counted. */
final class KappaGauge implements JobRun.Gauge {
    private final Settings settings;
    private final String version;
    private final LogTopics topics;

    KappaGauge(Settings settings, String version) {
        this.settings = settings;
        this.version = version;
        this.topics = new LogTopics(settings);
    }

    @Override
    public JobProgress read() {
        try (Connection connection = Database.connect(settings, Role.KAPPA)) {
            VersionCounts counts = VersionCounts.of(connection, version);
            return new JobProgress(
                    String.format(
                            Locale.ROOT,
                            "%,d counted, %,d duplicates, %,d rejected",
                            counts.accepted(),
                            counts.duplicates(),
                            counts.rejected()),
                    counts.read(),
                    LogTopics.behind(topics.recordEnds(), new Versions(connection).progress(version)));
        } catch (SQLException e) {
            throw Database.refused(settings, Role.KAPPA, e);
        }
    }

    @Override
    public void close() {
        topics.close();
    }
}
