package workshop.kappa;

import java.util.Map;
import java.util.Optional;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;
import workshop.streaming.RunningQuery;

/**
 * Looks whether the topics are still those that a version counts. Whether their records are, each commit looks by itself.
 */
final class KappaGuard implements RunningQuery.Guard {
    private final Version version;
    private final LogTopics topics;

    KappaGuard(Settings settings, Version version) {
        this.version = version;
        this.topics = new LogTopics(settings);
    }

    @Override
    public Optional<WorkshopException> objection() {
        return topics.objection(version, Map.of());
    }

    @Override
    public void close() {
        topics.close();
    }
}
