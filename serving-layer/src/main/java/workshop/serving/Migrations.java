package workshop.serving;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import workshop.handoff.Database;
import workshop.settings.Role;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/** Brings the tables, views and roles of the serving layer to their newest version. Running it again changes nothing. */
public final class Migrations {
    /** Wrong password or no such role; no such database. */
    private static final String REFUSED = "28";

    private static final String NO_DATABASE = "3D000";

    private Migrations() {}

    /**
     * Migrates as the owner of the tables. Where owner or database are missing, the superuser makes them first.
     *
     * @return how many migrations were applied
     * @throws WorkshopException where PostgreSQL does not answer, or refuses owner and superuser
     */
    public static int migrateNewServer(Settings settings) {
        if (!ownerMayConnect(settings)) {
            try {
                new Superuser(settings.postgresServer(), settings.superuserPassword()).prepare(settings);
            } catch (SQLException e) {
                throw WorkshopException.failed(
                        "PostgreSQL at " + settings.postgresServer() + " has no database " + settings.database()
                                + " with the owner " + Role.OWNER.user() + ", and the superuser could not make it.",
                        WorkshopException.firstLine(e),
                        "set " + Settings.variable("password.postgres")
                                + ", or have both made, then ./workshop migrate",
                        e);
            }
        }
        return migrate(settings);
    }

    private static boolean ownerMayConnect(Settings settings) {
        try (Connection owner = Database.connect(settings, Role.OWNER)) {
            return true;
        } catch (WorkshopException e) {
            if (e.getCause() instanceof SQLException refused && isMissing(String.valueOf(refused.getSQLState()))) {
                return false;
            }
            throw e;
        } catch (SQLException closing) {
            return true;
        }
    }

    private static boolean isMissing(String state) {
        return state.startsWith(REFUSED) || state.equals(NO_DATABASE);
    }

    /** Migrates as the owner of the tables, who is there. Returns how many migrations were applied. */
    public static int migrate(Settings settings) {
        return flyway(settings).migrate().migrationsExecuted;
    }

    /**
     * Which version the tables have, and which is the newest.
     *
     * @param current null where there are none yet
     * @param newest of this program
     */
    public record Version(String current, String newest) {
        public boolean isNewest() {
            return newest.equals(current);
        }
    }

    /** Looks, and changes nothing. */
    public static Version version(Settings settings) {
        MigrationInfoService info = flyway(settings).info();
        MigrationInfo current = info.current();
        String newest = null;
        for (MigrationInfo migration : info.all()) {
            if (migration.getVersion() != null) {
                newest = migration.getVersion().toString();
            }
        }
        return new Version(current == null ? null : current.getVersion().toString(), newest);
    }

    private static Flyway flyway(Settings settings) {
        return Flyway.configure()
                .dataSource(settings.jdbcUrl(), Role.OWNER.user(), settings.password(Role.OWNER))
                .locations("classpath:db/migration")
                .placeholders(Map.of(
                        "batch_layer_password", literal(settings, Role.BATCH_LAYER),
                        "speed_layer_password", literal(settings, Role.SPEED_LAYER),
                        "kappa_password", literal(settings, Role.KAPPA),
                        "reader_password", literal(settings, Role.READER)))
                .load();
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
