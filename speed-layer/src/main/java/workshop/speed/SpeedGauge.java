package workshop.speed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import workshop.handoff.Database;
import workshop.handoff.TopicLog;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.streaming.JobProgress;
import workshop.streaming.JobRun;

/** How far the speed layer is: what PostgreSQL has of it, and what of the log is not covered. */
final class SpeedGauge implements JobRun.Gauge {
    private final Settings settings;
    private final TopicLog log;

    SpeedGauge(Settings settings) {
        this.settings = settings;
        this.log = new TopicLog(settings);
    }

    @Override
    public JobProgress read() {
        try (Connection connection = Database.connect(settings, Role.SPEED_LAYER)) {
            ResumeOffsets.Counted counted = ResumeOffsets.counted(connection);
            Map<Integer, Long> ends = log.endOffsets();
            Map<Integer, Long> next = ResumeOffsets.nextOffsets(connection, ends.keySet());
            return new JobProgress(
                    String.format(Locale.ROOT, "%,d counted, %,d rejected", counted.accepted(), counted.rejected()),
                    counted.accepted() + counted.rejected(),
                    ends.entrySet().stream()
                            .mapToLong(end -> Math.max(0, end.getValue() - next.get(end.getKey())))
                            .sum());
        } catch (SQLException e) {
            throw Database.refused(settings, Role.SPEED_LAYER, e);
        }
    }

    @Override
    public void close() {
        log.close();
    }
}
