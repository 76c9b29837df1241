package workshop.serving;

import java.util.Map;
import org.flywaydb.core.Flyway;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/** Brings the tables, views and roles of the serving layer to their newest version. Running it again changes nothing. */
public final class Migrations {
    private Migrations() {}

    /**
     * Connects as the owner of the tables.
     *
     * @return how many migrations were applied
     */
    public static int migrate(Settings settings) {
        return Flyway.configure()
                .dataSource(settings.jdbcUrl(), Role.OWNER.user(), settings.password(Role.OWNER))
                .locations("classpath:db/migration")
                .placeholders(Map.of(
                        "batch_layer_password", literal(settings, Role.BATCH_LAYER),
                        "speed_layer_password", literal(settings, Role.SPEED_LAYER),
                        "reader_password", literal(settings, Role.READER)))
                .load()
                .migrate()
                .migrationsExecuted;
    }

    private static String literal(Settings settings, Role role) {
        String password = settings.password(role);
        if (password.isEmpty() || password.contains("'") || password.contains("\\") || password.contains("${")) {
            throw WorkshopException.usage(
                    "The password of the role " + role.user() + " cannot be used.",
                    "It is empty, or it holds a quote, a backslash or ${, which a migration cannot carry.",
                    "choose another in " + Settings.variable("password." + role.user()));
        }
        return password;
    }
}
