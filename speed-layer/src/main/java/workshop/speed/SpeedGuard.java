package workshop.speed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.spark.SparkContext;
import workshop.handoff.CountedLog;
import workshop.handoff.Database;
import workshop.handoff.RecordMark;
import workshop.handoff.SameLog;
import workshop.handoff.Sql;
import workshop.handoff.TopicLog;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;
import workshop.streaming.RunningQuery;

/** Looks whether the speed layer that runs still reads the log that was counted, and can read all of its partitions. */
final class SpeedGuard implements RunningQuery.Guard {
    private static final String SET_MARK = Sql.load(SpeedGuard.class, "set-mark.sql");

    private final Settings settings;
    private final SparkContext realTime;
    private final TopicLog log;
    private final SameLog same;
    private Connection connection;
    private CountedLog before;
    private CountedLog objected;
    private int partitions;

    /**
     * @param before what was counted when the run began
     * @param realTime whose task slots Real-Time Mode holds; null for micro-batches
     * @param partitions that the run began with
     */
    SpeedGuard(Settings settings, CountedLog before, SparkContext realTime, int partitions) {
        this.settings = settings;
        this.before = before;
        this.realTime = realTime;
        this.partitions = partitions;
        this.log = new TopicLog(settings);
        this.same = new SameLog(log);
    }

    @Override
    public Optional<WorkshopException> objection() throws SQLException {
        // What was counted a moment ago: by now, records of another log may be the last ones that were counted.
        CountedLog counted = before;
        before = new CountedLog(counted.topic(), counted.topicId(), counted().marks());
        Optional<WorkshopException> anotherLog = same.objection(counted);
        if (anotherLog.isPresent()) {
            objected = counted;
            return anotherLog;
        }
        return tooManyPartitions();
    }

    /** Puts the old mark back: records of the wrong log may be counted, and with their mark the next run would trust that log. */
    @Override
    public void ended() {
        if (objected == null || connection == null) {
            return;
        }
        try (PreparedStatement set = connection.prepareStatement(SET_MARK)) {
            for (RecordMark mark : objected.marks()) {
                set.setLong(1, mark.offset());
                set.setLong(2, mark.hash());
                set.setInt(3, mark.partition());
                set.executeUpdate();
            }
        } catch (SQLException lost) {
            // The objection is said all the same.
        }
    }

    private CountedLog counted() throws SQLException {
        if (connection == null) {
            connection = Database.connect(settings, Role.SPEED_LAYER);
        }
        try {
            return CountedLog.read(connection);
        } catch (SQLException lost) {
            disconnect();
            throw lost;
        }
    }

    /** Only if some were added: an executor that is lost comes back, and its tasks wait for it. */
    private Optional<WorkshopException> tooManyPartitions() {
        int now = log.partitions();
        if (realTime == null || now <= partitions) {
            return Optional.empty();
        }
        partitions = now;
        return TaskSlots.objection(realTime, log.topic(), now);
    }

    private void disconnect() {
        try (Connection lost = connection) {
            connection = null;
        } catch (SQLException gone) {
            // It is.
        }
    }

    @Override
    public void close() {
        disconnect();
        same.close();
        log.close();
    }
}
