package workshop.serving;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.jspecify.annotations.Nullable;
import workshop.handoff.Database;
import workshop.settings.Advice;
import workshop.settings.Command;
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
     * Migrates as the owner of the tables. If owner or database are missing, or functions of PostgreSQL are still open to
     * every role, the superuser is needed before.
     *
     * @return a sentence about what the reader may do as long as no superuser has closed those functions; empty if they are
     *     closed
     * @throws WorkshopException if PostgreSQL does not answer, or the owner is missing and the superuser cannot make it
     */
    public static Optional<Advice> migrateNewServer(Settings settings) {
        Owner owner = owner(settings);
        if (owner == Owner.READY) {
            migrate(settings);
            return Optional.empty();
        }
        Optional<Advice> notice = Optional.empty();
        try {
            new Superuser(settings.postgresServer(), settings.superuserPassword()).prepare(settings);
        } catch (SQLException e) {
            if (owner == Owner.MISSING) {
                throw noDatabase(settings, e);
            }
            notice = Optional.of(functionsAreOpen(e));
        }
        migrate(settings);
        return notice;
    }

    private enum Owner {
        MISSING,
        /** May connect, to a database in which every role may take advisory locks and write large objects. */
        FUNCTIONS_OPEN,
        READY
    }

    private static Owner owner(Settings settings) {
        try (Connection owner = Database.connect(settings, Role.OWNER)) {
            return Superuser.openFunctions(owner).isEmpty() ? Owner.READY : Owner.FUNCTIONS_OPEN;
        } catch (WorkshopException e) {
            if (e.getCause() instanceof SQLException refused && isMissing(String.valueOf(refused.getSQLState()))) {
                return Owner.MISSING;
            }
            throw e;
        } catch (SQLException e) {
            throw Database.refused(settings, Role.OWNER, e);
        }
    }

    private static WorkshopException noDatabase(Settings settings, SQLException e) {
        return WorkshopException.failed(
                "PostgreSQL at " + settings.postgresServer() + " has no database " + settings.database()
                        + " with the owner " + Role.OWNER.user() + ", and the superuser could not make it.",
                WorkshopException.firstLine(e),
                Advice.of(
                        "set " + Settings.variable("password.postgres") + ", or have both made, then ",
                        Command.MIGRATE),
                e);
    }

    private static Advice functionsAreOpen(SQLException e) {
        return Advice.of(
                "The role " + Role.READER.user() + " may take advisory locks and write large objects, as every role may"
                        + " at first: who has its password can keep batches and Kappa from starting. Only the superuser can"
                        + " change that, and it did not: " + WorkshopException.firstLine(e) + " Set "
                        + Settings.variable("password.postgres") + ", then ",
                Command.MIGRATE,
                ".");
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
     * @param current null if there are none yet
     * @param newest of this program
     */
    public record Version(@Nullable String current, String newest) {
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
