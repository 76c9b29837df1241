package workshop.lab.commands;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workshop.lab.services.Ports;
import workshop.lab.services.Running;
import workshop.lab.services.Topics;
import workshop.serving.Migrations;
import workshop.settings.Settings;

@Command(
        name = "up",
        header = "Start Kafka and PostgreSQL, create the topics, the tables and the roles.",
        description =
                "Both run on this machine only (127.0.0.1), each in its own process, until ./workshop down. What runs"
                        + " already is left running.")
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
        Settings settings = start(common, new Ports(kafkaPort, postgresPort));
        System.out.println("Kafka       " + settings.kafka() + ", topics " + settings.topic() + " and "
                + settings.deadLetterTopic());
        System.out.println("PostgreSQL  " + settings.jdbcUrl().replaceFirst("jdbc:postgresql://", "")
                + ", tables and roles ready");
        System.out.println("Next: ./workshop batch" + common.homeOption());
        return 0;
    }

    /** Starts what is not running and makes topics, tables and roles where they are missing. */
    static Settings start(Common common, Ports ports) {
        Settings base = Settings.of(System.getenv());
        Running running = common.services().up(ports);
        Settings settings = running.settings(base);
        Topics.create(settings);
        Migrations.migrate(settings);
        return settings;
    }
}
