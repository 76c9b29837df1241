package workshop.lab.commands;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import workshop.lab.services.Home;
import workshop.lab.services.JobNotes;
import workshop.lab.services.LongCommand;
import workshop.lab.services.Services;
import workshop.settings.Settings;
import workshop.settings.ShellWord;
import workshop.settings.Terminal;
import workshop.settings.WorkshopException;

/** What every command takes. */
final class Common {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description =
                    "Where Kafka, PostgreSQL and the lake keep their data. Default: WORKSHOP_HOME, else .workshop beside the ./workshop script.")
    private Path home;

    @Option(names = "--verbose", description = "Show logs and, on errors, the stack trace.")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    Path home() {
        return (home != null ? home : Home.standard()).toAbsolutePath().normalize();
    }

    boolean isVerbose() {
        return verbose;
    }

    /** Whether a job may write a line again and again: a person sits at a terminal, and no logs go there. */
    boolean isLive() {
        return !verbose && Terminal.isThere();
    }

    /** The home that was named; null if none was. */
    Path givenHome() {
        return home == null ? null : home.toAbsolutePath().normalize();
    }

    Services services() {
        return Services.at(home());
    }

    /**
     * The settings of the services that run: those of the environment if it names any (WORKSHOP_KAFKA, WORKSHOP_POSTGRES),
     * else those of this home.
     */
    Settings settings() {
        return settingsIfRunning()
                .orElseThrow(() -> WorkshopException.failed(
                        "Kafka and PostgreSQL are not running in " + home() + ".",
                        "They were not started yet, or were stopped.",
                        "./workshop up" + homeOption()));
    }

    /** The same; empty if the services of this home do not run. */
    Optional<Settings> settingsIfRunning() {
        Map<String, String> environment = System.getenv();
        Settings base = Settings.of(environment);
        return isElsewhere(environment)
                ? Optional.of(base)
                : services().running().map(running -> running.settings(base));
    }

    /** Notes in the home that this process does a job, so that others find it; nothing if the services are elsewhere. */
    JobNotes.Standing note(LongCommand job, int port) {
        return isElsewhere(System.getenv()) ? () -> {} : JobNotes.of(home()).begin(job, port);
    }

    /** Whether Kafka and PostgreSQL are somebody else's: Compose's, or a cluster's. */
    static boolean isElsewhere(Map<String, String> environment) {
        String kafka = Settings.variable("kafka");
        String postgres = Settings.variable("postgres");
        if (environment.containsKey(kafka) != environment.containsKey(postgres)) {
            String missing = environment.containsKey(kafka) ? postgres : kafka;
            throw WorkshopException.usage(
                    "Of " + kafka + " and " + postgres + " only one is set.",
                    "Services elsewhere are named both or not at all: the other would be a guess.",
                    "set " + missing + " too, or unset the other");
        }
        return environment.containsKey(kafka);
    }

    /** To repeat in a command to run next. */
    String homeOption() {
        if (home == null) {
            return "";
        }
        return " --home " + ShellWord.of(home.toString());
    }
}
