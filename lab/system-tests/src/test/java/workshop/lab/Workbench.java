package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
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
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.spark.sql.SparkSession;
import workshop.batch.BatchLayer;
import workshop.batch.BatchOptions;
import workshop.batch.BatchReport;
import workshop.batch.StageListener;
import workshop.handoff.Database;
import workshop.handoff.TopicLog;
import workshop.lab.commands.Main;
import workshop.lab.commands.Workshop;
import workshop.lab.services.Home;
import workshop.lab.services.Jdk;
import workshop.lab.services.Ports;
import workshop.lab.services.PreparedHome;
import workshop.lab.services.Services;
import workshop.lab.services.Topics;
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
import workshop.speed.SpeedLayer;
import workshop.speed.SpeedTrigger;
import workshop.transactions.Rule;
import workshop.transactions.spark.Sessions;

/** A real Kafka and a real PostgreSQL in a home of their own, for one test, and what tests do with them. */
final class Workbench implements AutoCloseable {
    /** One session for all tests of this JVM, with room for Real-Time Mode beside batches. */
    static final SparkSession SPARK = Sessions.start("tests", "local[8]");

    /** The workshop's own history. */
    static final String HISTORY =
            Home.root().resolve("datasets/transactions.json").toString();

    private final Path home;
    private final Services services;
    private final Settings settings;
    private final List<Process> processes = new ArrayList<>();

    private Workbench(Path home) {
        this.home = home;
        this.services = Services.at(home);
        this.settings = services.up(Ports.ANY).settings(Settings.of(Map.of()));
    }

    static Workbench start() throws IOException {
        return new Workbench(PreparedHome.copy());
    }

    Path home() {
        return home;
    }

    Settings settings() {
        return settings;
    }

    /** The same as environment variables, for a job that spark-submit starts. */
    Map<String, String> addresses() {
        Map<String, String> variables = new TreeMap<>();
        variables.put(Settings.variable("kafka"), settings.kafka());
        variables.put(Settings.variable("postgres"), settings.postgresServer() + "/" + settings.database());
        variables.put(Settings.variable("lake"), settings.lake());
        variables.put(Settings.variable("checkpoints"), settings.checkpoints());
        return variables;
    }

    Services services() {
        return services;
    }

    /** Writes a file beside the services' data. */
    String file(String name, String text) throws IOException {
        return Files.writeString(home.resolve(name), text).toString();
    }

    BatchReport batch(String... history) {
        return batch(StageListener.NONE, history);
    }

    /** Publishes also where the history holds no transaction. */
    BatchReport insistentBatch(String... history) {
        return batch(BatchOptions.of(List.of(history), Rule.ALL).insisting());
    }

    /** Publishes also without what the last publication was made of. */
    BatchReport replacingBatch(String... history) {
        return batch(BatchOptions.of(List.of(history), Rule.ALL).replacingHistory());
    }

    BatchReport batch(BatchOptions options) {
        return new BatchLayer(SPARK, settings, options, StageListener.NONE).run();
    }

    BatchReport batch(StageListener listener, String... history) {
        return new BatchLayer(SPARK, settings, List.of(history), listener).run();
    }

    /** Kills a service with SIGKILL and waits until it is gone. */
    void kill(String name) {
        ProcessHandle process = process(name).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Deletes the topic of the transactions and creates it again: the same name, another id, no records. */
    void makeTopicAnew() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", settings.kafka()))) {
            admin.deleteTopics(List.of(settings.topic())).all().get();
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

    /** Copies the data of Kafka, which is down, to a folder of the home, or from there back. */
    void copyKafka(String from, String to) throws Exception {
        Path kafka = home.resolve("kafka");
        Home.delete(kafka.resolve(to));
        assertThat(new ProcessBuilder(
                                "cp",
                                "-pR",
                                kafka.resolve(from).toString(),
                                kafka.resolve(to).toString())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }

    /** Waits until no run holds its lock. Of a process that is gone, PostgreSQL ends the session a moment later. */
    void awaitNoRun() {
        await().until(() -> ask("select count(*) from pg_locks where locktype = 'advisory'"), "0"::equals);
    }

    private Optional<ProcessHandle> process(String name) {
        return services.status().stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .flatMap(service -> ProcessHandle.of(service.pid()));
    }

    void produce(RandomOptions options, RateLimit rate) throws Exception {
        send(new RandomSource(options, InstantSource.system()), rate);
    }

    void produce(String... lines) throws Exception {
        String text = String.join("\n", lines) + "\n";
        send(StdinSource.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))), RateLimit.unlimited());
    }

    private void send(RecordSource source, RateLimit rate) throws Exception {
        try (source;
                TransactionProducer producer = TransactionProducer.connect(settings)) {
            producer.send(source, rate, SendProgress.silent());
        }
    }

    /** Some of everything: duplicates, records that break the contract, and late ones. */
    static RandomOptions events(long count) {
        return new RandomOptions(count, 200, 7, 2, 1, 3);
    }

    Verification verify() {
        return Verification.run(settings);
    }

    /** Every total is the recount's, to the cent. */
    Verification agrees() {
        Verification found = verify();
        assertThat(found.differences().rows()).isEmpty();
        assertThat(found.agrees()).isTrue();
        return found;
    }

    /** Lets a speed layer count what is in the log now; then nothing is left, and all of it agrees. */
    void countAllThatIsLeft(String trigger) {
        try (SpeedLayer speed = SpeedLayer.start(SPARK, settings, SpeedTrigger.parse(trigger))) {
            speed.awaitCaughtUp();
        }
        assertThat(agrees().behind()).isZero();
    }

    /** The first column of the first row, as the owner of the tables. */
    String ask(String sql) {
        return ask(Role.OWNER, sql);
    }

    /** The same as another role, in a transaction that may write: what then is refused, its rights refuse. */
    String ask(Role role, String sql) {
        try (Connection connection = Database.session(settings, role)) {
            connection.createStatement().execute("set default_transaction_read_only = off");
            try (ResultSet row = connection.createStatement().executeQuery(sql)) {
                return row.next() ? row.getString(1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    void execute(String sql) {
        try (Connection connection = Database.session(settings, Role.OWNER)) {
            connection.createStatement().execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a command printed, and how it ended. */
    record Outcome(int exitCode, String out, String err) {}

    /** Runs a command in this JVM, with this home. */
    Outcome cli(String... arguments) {
        return run(inThisHome(arguments));
    }

    static Outcome run(List<String> arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
            int exitCode = Workshop.run(arguments.toArray(String[]::new));
            return new Outcome(
                    exitCode, outBytes.toString(StandardCharsets.UTF_8), errBytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** Starts a command in a JVM of its own, as a student does; its output goes to a file in the home. */
    Process command(String... arguments) throws IOException {
        return commandWith(Map.of(), arguments);
    }

    Process java(Class<?> main, String... arguments) throws IOException {
        return java(Map.of(), main, arguments);
    }

    Process java(Map<String, String> environment, Class<?> main, String... arguments) throws IOException {
        return start(new ProcessBuilder(javaCommand(Jdk.running(), main, arguments)), environment);
    }

    /** Starts a command with settings of its own, as {@code WORKSHOP_KAPPA_BATCH}. */
    Process commandWith(Map<String, String> environment, String... arguments) throws IOException {
        return start(new ProcessBuilder(inThisHomeOn(Jdk.running(), arguments)), environment);
    }

    /** Starts a command on another Java than that of the tests. */
    Process commandOn(Jdk jdk, String... arguments) throws IOException {
        return start(new ProcessBuilder(inThisHomeOn(jdk, arguments)), Map.of());
    }

    /** Starts a command with a terminal of its own, which {@code script} makes; what is written to it, is typed. */
    Process onTerminal(String... arguments) throws IOException {
        String quoted = inThisHomeOn(Jdk.running(), arguments).stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        Path script = Files.writeString(home.resolve("on-terminal.sh"), "exec " + quoted + "\n");
        List<String> command = new ArrayList<>(HeedingCtrlC.PREFIX);
        command.addAll(List.of("script", "-qec", "sh '" + script + "'", "/dev/null"));
        return start(new ProcessBuilder(command), Map.of());
    }

    /** Starts a command whose standard input is a file. */
    Process commandFrom(Path input, String... arguments) throws IOException {
        return start(
                new ProcessBuilder(inThisHomeOn(Jdk.running(), arguments)).redirectInput(input.toFile()), Map.of());
    }

    /** Starts a command in which the classes in a folder take the place of the workshop's own. */
    Process commandWithClasses(Path folder, String... arguments) throws IOException {
        String classPath = folder + File.pathSeparator + System.getProperty("java.class.path");
        return start(
                new ProcessBuilder(javaCommand(
                        Jdk.running(),
                        classPath,
                        Main.class,
                        inThisHome(arguments).toArray(String[]::new))),
                Map.of());
    }

    private List<String> inThisHomeOn(Jdk jdk, String... arguments) {
        return javaCommand(jdk, Main.class, inThisHome(arguments).toArray(String[]::new));
    }

    private List<String> inThisHome(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--home");
        all.add(home.toString());
        return all;
    }

    private static List<String> javaCommand(Jdk jdk, Class<?> main, String... arguments) {
        return javaCommand(jdk, System.getProperty("java.class.path"), main, arguments);
    }

    private static List<String> javaCommand(Jdk jdk, String classPath, Class<?> main, String... arguments) {
        return jdk.command(List.of("-Xmx768m", "-cp", classPath), main.getName(), arguments);
    }

    private Process start(ProcessBuilder builder, Map<String, String> environment) throws IOException {
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(
                        home.resolve("process-" + processes.size() + ".txt").toFile())
                .start();
        processes.add(process);
        return process;
    }

    /** What the n-th started process has printed, from 0. */
    String output(int process) throws IOException {
        return Files.readString(home.resolve("process-" + process + ".txt"));
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        process("Kafka").ifPresent(ProcessHandle::destroyForcibly); // its data goes anyway
        services.down();
        Home.delete(home);
    }
}
