package workshop.settings;

import java.util.Map;
import java.util.Optional;

/** Who runs a layer, and so how {@link Command commands} are typed there. Nothing else in the layers knows. */
public enum Runner {
    /** The command line of the workshop, on one machine. */
    COMMAND_LINE,
    /** Spark, on a cluster of somebody's own: it has the layers' jars, and the command line beside it for all else. */
    SPARK_SUBMIT,
    /** Docker Compose, by the service names of docker-compose.yml. */
    COMPOSE;

    private static final Map<String, String> JARS = Map.of(
            Command.BATCH.name(), "batch-layer.jar",
            Command.SPEED.name(), "speed-layer.jar",
            Command.KAPPA_RUN.name(), "kappa.jar");

    /** The one that the environment names by the setting {@code runner}; empty if it names none. */
    public static Optional<Runner> named(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(Settings.variable("runner")))
                .filter("compose"::equals)
                .map(name -> COMPOSE);
    }

    String typed(Command command) {
        return switch (this) {
            case COMMAND_LINE -> "./workshop " + command;
            case SPARK_SUBMIT -> submitted(command);
            case COMPOSE -> composed(command);
        };
    }

    private static String submitted(Command command) {
        if (command.is(Command.RESET)) { // which empties no services but the lab's
            return "delete the topics, the database, the lake and the checkpoints, then "
                    + SPARK_SUBMIT.typed(Command.UP);
        }
        String jar = JARS.get(command.name());
        return jar == null ? COMMAND_LINE.typed(command) : command.behind("spark-submit " + jar);
    }

    private static String composed(Command command) {
        if (command.is(Command.UP)) {
            return "docker compose up -d --wait";
        }
        if (command.is(Command.RESET)) {
            return "docker compose down --volumes, then " + COMPOSE.typed(Command.UP);
        }
        return JARS.containsKey(command.name())
                ? "docker compose exec spark-master " + SPARK_SUBMIT.typed(command)
                : "docker compose run --rm workshop " + command;
    }
}
