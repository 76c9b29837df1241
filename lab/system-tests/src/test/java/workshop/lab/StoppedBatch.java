package workshop.lab;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import workshop.batch.BatchLayer;
import workshop.batch.Stage;
import workshop.batch.StageListener;
import workshop.handoff.Database;
import workshop.lab.services.Services;
import workshop.lab.testing.Signals;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.settings.SparkSubmitMain;
import workshop.transactions.spark.Sessions;

/**
 * A batch that stops itself within a stage, as Ctrl-Z does, and goes on when it is told to. It prints before that which lock
 * of the hand-off is held: afterwards PostgreSQL may take it away at any moment. HOME HISTORY STAGE.
 */
public final class StoppedBatch {
    private StoppedBatch() {}

    public static void main(String[] arguments) {
        SparkSubmitMain.run(runner -> {
            Stage where = Stage.valueOf(arguments[2]);
            Settings settings =
                    Services.at(Path.of(arguments[0])).running().orElseThrow().settings(Settings.of(Map.of()));
            StageListener stop = (stage, what) -> {
                if (stage == where) {
                    System.out.println(lockOfTheHandOff(settings));
                    Signals.send(ProcessHandle.current().pid(), "STOP");
                }
            };
            try (SparkSession spark = Sessions.start("stopped batch", "local[2]")) {
                new BatchLayer(spark, settings, List.of(arguments[1]), stop).run();
            }
        });
    }

    private static String lockOfTheHandOff(Settings settings) {
        try (Connection connection = Database.session(settings, Role.OWNER);
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("select mode || ' ' || granted from pg_locks"
                                + " where relation = 'hand_off_lock'::regclass")) {
            return row.next() ? row.getString(1) : "no lock";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
