package workshop.lab.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import workshop.handoff.Database;
import workshop.lab.services.Home;
import workshop.lab.services.Services;
import workshop.lab.verify.Verification;
import workshop.producer.RateLimit;
import workshop.producer.RecordSource;
import workshop.producer.StdinSource;
import workshop.producer.TransactionProducer;
import workshop.producer.progress.SendProgress;
import workshop.producer.random.RandomOptions;
import workshop.producer.random.RandomSource;
import workshop.settings.Role;
import workshop.settings.Settings;

/** A real Kafka and a real PostgreSQL for one test, and what tests of any layer do with them. */
public class Bench implements AutoCloseable {
    /** The workshop's own history. */
    public static final String HISTORY =
            Home.root().resolve("datasets/transactions.json").toString();

    private final TestServices services;
    private final List<Process> processes = new ArrayList<>();

    public Bench(TestServices services) {
        this.services = services;
    }

    public Path home() {
        return services.home();
    }

    public Settings settings() {
        return services.settings();
    }

    /** The same as environment variables, for a job that spark-submit starts. */
    public Map<String, String> addresses() {
        Map<String, String> variables = new TreeMap<>();
        variables.put(Settings.variable("kafka"), settings().kafka());
        variables.put(
                Settings.variable("postgres"),
                settings().postgresServer() + "/" + settings().database());
        variables.put(Settings.variable("lake"), settings().lake());
        variables.put(Settings.variable("checkpoints"), settings().checkpoints());
        return variables;
    }

    public Services services() {
        return services.services();
    }

    /** Writes a file beside the services' data. */
    public String file(String name, String text) throws IOException {
        return Files.writeString(home().resolve(name), text).toString();
    }

    /** Kills a service with SIGKILL and waits until it is gone. */
    public void kill(String name) {
        ProcessHandle process = process(name).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Deletes the topic of the transactions and creates it again: the same name, another id, no records. */
    public void makeTopicAnew() {
        SharedServices.makeTopicsAnew(settings(), settings().topic());
    }

    /** Copies the data of Kafka, which is down, to a folder of the home, or from there back. */
    public void copyKafka(String from, String to) throws IOException {
        Path kafka = home().resolve("kafka");
        Home.delete(kafka.resolve(to));
        PreparedHome.copy(kafka.resolve(from), kafka.resolve(to));
    }

    /** Waits until no run holds its lock. Of a process that is gone, PostgreSQL ends the session a moment later. */
    public void awaitNoRun() {
        await().until(
                        () -> ask("select count(*) from pg_locks where locktype = 'advisory'"
                                + " and database = (select oid from pg_database where datname = current_database())"),
                        "0"::equals);
    }

    private Optional<ProcessHandle> process(String name) {
        return services.services().status().stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .flatMap(service -> ProcessHandle.of(service.pid()));
    }

    public void produce(RandomOptions options, RateLimit rate) throws Exception {
        send(new RandomSource(options, InstantSource.system()), rate);
    }

    public void produce(String... lines) throws Exception {
        String text = String.join("\n", lines) + "\n";
        send(StdinSource.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))), RateLimit.unlimited());
    }

    private void send(RecordSource source, RateLimit rate) throws Exception {
        try (source;
                TransactionProducer producer = TransactionProducer.connect(settings())) {
            producer.send(source, rate, SendProgress.silent());
        }
    }

    /** Some of everything: duplicates, records that break the contract, and late ones. */
    public static RandomOptions events(long count) {
        return new RandomOptions(count, 200, 7, 2, 1, 3);
    }

    public Verification verify() {
        return Verification.run(settings());
    }

    /** Every total is the recount's, to the cent. */
    public Verification agrees() {
        Verification found = verify();
        assertThat(found.differences().rows()).isEmpty();
        assertThat(found.agrees()).isTrue();
        return found;
    }

    /** The first column of the first row, as the owner of the tables. */
    public String ask(String sql) {
        return ask(Role.OWNER, sql);
    }

    /** The same as another role, in a transaction that may write: what then is refused, its rights refuse. */
    public String ask(Role role, String sql) {
        try (Connection connection = Database.session(settings(), role)) {
            connection.createStatement().execute("set default_transaction_read_only = off");
            try (ResultSet row = connection.createStatement().executeQuery(sql)) {
                return row.next() ? row.getString(1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    public void execute(String sql) {
        try (Connection connection = Database.session(settings(), Role.OWNER)) {
            connection.createStatement().execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Process java(Class<?> main, String... arguments) throws IOException {
        return java(Map.of(), main, arguments);
    }

    public Process java(Map<String, String> environment, Class<?> main, String... arguments) throws IOException {
        return start(
                new ProcessBuilder(Jdk.running()
                        .command(
                                List.of("-Xmx768m", "-cp", System.getProperty("java.class.path")),
                                main.getName(),
                                arguments)),
                environment);
    }

    /** Its output goes to a file in the home. */
    protected final Process start(ProcessBuilder builder, Map<String, String> environment) throws IOException {
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(
                        home().resolve("process-" + processes.size() + ".txt").toFile())
                .start();
        processes.add(process);
        return process;
    }

    /** What the n-th started process has printed, from 0. */
    public String output(int process) throws IOException {
        return Files.readString(home().resolve("process-" + process + ".txt"));
    }

    /** What was started has ended then: nothing of it reaches the services of the next test. */
    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
        services.close();
    }
}
