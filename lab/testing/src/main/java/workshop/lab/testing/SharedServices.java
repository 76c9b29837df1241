package workshop.lab.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import workshop.handoff.TopicLog;
import workshop.lab.services.Home;
import workshop.lab.services.Services;
import workshop.lab.services.Topics;
import workshop.serving.Superuser;
import workshop.settings.Settings;

/**
 * One Kafka and one PostgreSQL for all tests of this JVM. Each test gets new topics, a new database and an empty lake under
 * the usual names, so that commands find them without settings and say what a student would read. Starting services for each
 * test would cost more than most tests do.
 */
final class SharedServices implements TestServices {
    /** The database with tables and without rows that each test's is copied from; nobody else connects to it. */
    private static final String TEMPLATE = "prepared";

    private static final Set<String> OF_THE_SERVICES = Set.of("kafka", "postgres", "lock", "services.properties");
    private static SharedServices instance;

    private final OwnServices services;
    private final Superuser superuser;

    private SharedServices() throws IOException {
        services = new OwnServices();
        Runtime.getRuntime().addShutdownHook(new Thread(services::close));
        String password = Files.readString(services.home().resolve("postgres/superuser.password"));
        superuser = new Superuser(settings().postgresServer(), password.strip());
        asSuperuser("alter database " + settings().database() + " rename to " + TEMPLATE);
    }

    static synchronized SharedServices cleaned() throws IOException {
        if (instance == null) {
            instance = new SharedServices();
        }
        instance.clean();
        return instance;
    }

    private void clean() throws IOException {
        try (Stream<Path> files = Files.list(home())) {
            files.filter(file -> !OF_THE_SERVICES.contains(file.getFileName().toString()))
                    .forEach(Home::delete);
        }
        makeDatabaseAnew();
        makeTopicsAnew(settings());
    }

    private void makeDatabaseAnew() {
        String database = settings().database();
        asSuperuser("drop database if exists " + database + " with (force)");
        asSuperuser("create database " + database + " template " + TEMPLATE);
        // A copy has no rights and no owner of its own: those that the migrations have granted.
        asSuperuser("update pg_database as copy set datacl = original.datacl, datdba = original.datdba"
                + " from pg_database as original where original.datname = '" + TEMPLATE + "'"
                + " and copy.datname = '" + database + "'");
    }

    private void asSuperuser(String sql) {
        try (Connection connection = superuser.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same names, other ids, no records. */
    static void makeTopicsAnew(Settings settings, String... only) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", settings.kafka()))) {
            Set<String> topics =
                    only.length > 0 ? Set.of(only) : admin.listTopics().names().get();
            admin.deleteTopics(topics).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        await().ignoreExceptions().until(() -> {
            Topics.create(settings);
            try (TopicLog log = new TopicLog(settings)) {
                return log.endOffsets().values().stream().allMatch(end -> end == 0);
            }
        });
    }

    @Override
    public Path home() {
        return services.home();
    }

    @Override
    public Services services() {
        return services.services();
    }

    @Override
    public Settings settings() {
        return services.settings();
    }

    /** They live on, for the next test. */
    @Override
    public void close() {}
}
