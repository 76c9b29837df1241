package workshop.lab.services;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import workshop.settings.Settings;

/**
 * Kafka and PostgreSQL as they run now.
 *
 * @param home where their data is, and the lake and the checkpoints beside it
 * @param kafka host:port
 * @param postgres host:port/database
 */
public record RunningServices(Path home, String kafka, String postgres) {
    public RunningServices {
        requireNonNull(home, "home is null");
        requireNonNull(kafka, "kafka is null");
        requireNonNull(postgres, "postgres is null");
    }

    /** The settings for every layer that is to work with these services. */
    public Settings settings(Settings base) {
        return base.with("kafka", kafka)
                .with("postgres", postgres)
                .with("lake", home.resolve("lake").toString())
                .with("checkpoints", home.resolve("checkpoints").toString());
    }
}
