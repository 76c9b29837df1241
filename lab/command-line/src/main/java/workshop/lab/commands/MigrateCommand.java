package workshop.lab.commands;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import workshop.serving.Migrations;
import workshop.settings.Settings;

@Command(
        name = "migrate",
        header = "Create the tables, views and roles, or bring them to their newest version. Part of up.",
        description =
                "For a PostgreSQL that is not the lab's: Compose's, or a server's. Where the database or its owner are"
                        + " missing, the superuser makes them, with WORKSHOP_PASSWORD_POSTGRES.")
final class MigrateCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Override
    public Integer call() {
        System.out.println(migrate(common.settings()));
        return 0;
    }

    static String migrate(Settings settings) {
        String notice = Migrations.migrateNewServer(settings)
                .map(sentence -> System.lineSeparator() + sentence.typed(Workshop.RUNNER))
                .orElse("");
        return "PostgreSQL  " + settings.jdbcUrl().replaceFirst("jdbc:postgresql://", "") + ", tables and roles ready"
                + notice;
    }
}
