package workshop.lab.commands;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workshop.lab.services.Ports;
import workshop.settings.Settings;

@Command(
        name = "up",
        header = "Start Kafka and PostgreSQL, create the topics, the tables and the roles.",
        description =
                "Both run on this machine only (127.0.0.1), each in its own process, until ./workshop down. What runs"
                        + " already is left running. Where WORKSHOP_KAFKA or WORKSHOP_POSTGRES name services elsewhere, none is"
                        + " started, and topics, tables and roles are made there.")
final class UpCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            description = "Default: the one of the last time, or a free one.")
    private Integer kafkaPort;

    @Option(
            names = "--postgres-port",
            paramLabel = "PORT",
            description = "Default: the one of the last time, or a free one.")
    private Integer postgresPort;

    @Override
    public Integer call() {
        Settings base = Settings.of(System.getenv());
        Ports ports = new Ports(kafkaPort, postgresPort);
        // Somebody else's services are not ours to start.
        boolean elsewhere = Common.isElsewhere(System.getenv());
        Settings settings = elsewhere ? base : started(common, ports, base);
        prepare(settings).forEach(System.out::println);
        boolean begun = !elsewhere
                && !QueryCommand.rows(settings, View.coverage, null).rows().isEmpty();
        System.out.println("Next: ./workshop " + (begun ? "status" : "batch") + common.homeOption());
        return 0;
    }

    /** Starts what is not running, and makes topics, tables and roles where they are missing. */
    static void start(Common common, Ports ports, Settings base) {
        prepare(started(common, ports, base));
    }

    private static Settings started(Common common, Ports ports, Settings base) {
        return FailedStart.explained(common.home(), () -> common.services().up(ports))
                .settings(base);
    }

    /** Returns what is ready then, in lines. */
    private static List<String> prepare(Settings settings) {
        return List.of(TopicsCommand.create(settings), MigrateCommand.migrate(settings));
    }
}
