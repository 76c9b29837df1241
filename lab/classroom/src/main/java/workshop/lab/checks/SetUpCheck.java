package workshop.lab.checks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import workshop.handoff.Database;
import workshop.handoff.TopicLog;
import workshop.lab.services.ServiceStatus;
import workshop.lab.services.Services;
import workshop.serving.Migrations;
import workshop.settings.Plural;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/** Kafka with the topics, PostgreSQL with the tables and the roles. */
final class SetUpCheck implements StepCheck {
    @Override
    public int step() {
        return 1;
    }

    @Override
    public String title() {
        return "Set up";
    }

    @Override
    public boolean needsServices() {
        return false;
    }

    @Override
    public void look(Evidence evidence, StepFindings findings) throws SQLException {
        if (evidence.settings() == null) {
            services(evidence, findings);
            return;
        }
        Settings settings = evidence.settings();
        for (String topic : List.of(settings.topic(), settings.deadLetterTopic(), settings.historyTopic())) {
            topic(evidence, topic, findings);
        }
        tables(evidence, findings);
        reader(evidence, findings);
    }

    private static void services(Evidence evidence, StepFindings findings) {
        for (ServiceStatus service : Services.at(evidence.place().home()).status()) {
            switch (service.condition()) {
                case RUNNING -> findings.ok(service.name() + " answers at 127.0.0.1:" + service.port() + ".");
                case STOPPED ->
                    findings.missing(
                            service.name() + " does not run.",
                            "It was not started yet, or was stopped.",
                            evidence.command("up"));
                case DIED ->
                    findings.wrong(
                            service.name() + " was started, and its process is gone.",
                            "It was killed, or the machine was restarted; its data stays.",
                            evidence.command("up"));
                case SILENT ->
                    findings.wrong(
                            service.name() + " does not answer at 127.0.0.1:" + service.port() + ".",
                            "Its process " + service.pid() + " lives: it starts, stops or hangs.",
                            evidence.command("up"));
            }
        }
    }

    private static void topic(Evidence evidence, String topic, StepFindings findings) {
        try (TopicLog log = new TopicLog(evidence.settings().kafka(), topic)) {
            int partitions = log.endOffsets().size();
            findings.ok(
                    "Kafka answers at %s and has the topic %s, %s.",
                    evidence.settings().kafka(), topic, Plural.of(partitions, "partition"));
        } catch (WorkshopException e) {
            findings.missing(e.what(), e.why(), evidence.command("up"));
        }
    }

    private static void tables(Evidence evidence, StepFindings findings) throws SQLException {
        try (Connection owner = Database.connect(evidence.settings(), Role.OWNER)) {
            Migrations.Version version = Migrations.version(evidence.settings());
            String server = evidence.settings().postgresServer();
            if (version.isNewest()) {
                findings.ok(
                        "PostgreSQL answers at %s; its tables have version %s, the newest.", server, version.newest());
            } else {
                findings.missing(
                        "PostgreSQL answers at " + server + ", but its tables have "
                                + (version.current() == null ? "no version" : "version " + version.current()) + ", not "
                                + version.newest() + ".",
                        "They were made by an older workshop, or were not made yet.",
                        evidence.command("up"));
            }
        } catch (WorkshopException e) {
            findings.missing(e.what(), e.why(), evidence.command("up"));
        }
    }

    private static void reader(Evidence evidence, StepFindings findings) throws SQLException {
        try (Connection reader = Database.connect(evidence.settings(), Role.READER)) {
            findings.ok("The role reader can log in.");
        } catch (WorkshopException e) {
            findings.wrong(
                    "The role reader cannot log in.",
                    e.why(),
                    evidence.command("up") + ", which sets the passwords of the roles again");
        }
    }
}
