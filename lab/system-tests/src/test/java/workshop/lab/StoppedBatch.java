package workshop.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import workshop.batch.BatchLayer;
import workshop.batch.Stage;
import workshop.batch.StageListener;
import workshop.lab.services.Services;
import workshop.settings.Settings;
import workshop.settings.Submitted;
import workshop.transactions.spark.Sessions;

/** A batch that stops itself within a stage, as Ctrl-Z does, and goes on when it is told to. HOME HISTORY STAGE. */
public final class StoppedBatch {
    private StoppedBatch() {}

    public static void main(String[] arguments) {
        Submitted.run(() -> {
            Stage where = Stage.valueOf(arguments[2]);
            Settings settings =
                    Services.at(Path.of(arguments[0])).running().orElseThrow().settings(Settings.of(Map.of()));
            StageListener stop = (stage, what) -> {
                if (stage == where) {
                    Signals.send(ProcessHandle.current().pid(), "STOP");
                }
            };
            try (SparkSession spark = Sessions.start("stopped batch", "local[2]")) {
                new BatchLayer(spark, settings, List.of(arguments[1]), stop).run();
            }
        });
    }
}
