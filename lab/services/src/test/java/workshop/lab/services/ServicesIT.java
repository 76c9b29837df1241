package workshop.lab.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.lab.services.ServiceStatus.Condition;
import workshop.settings.Runner;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

class ServicesIT {
    private static final Settings DEFAULTS = Settings.of(Map.of());
    private static final Pattern CONTROLLER = Pattern.compile("CONTROLLER://127\\.0\\.0\\.1:(\\d+)");

    @TempDir
    private Path folder;

    private Path home;
    private Services services;

    /** As long as the tests of all other modules wait: a machine that is busy is no failure. */
    @BeforeAll
    static void waitLong() {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(3));
    }

    @BeforeEach
    void chooseAHomeWithASpace() {
        home = folder.resolve("a höme");
        services = Services.at(home, DEFAULTS);
    }

    @AfterEach
    void stopAll() {
        services.down();
        assertThat(processes()).isEmpty();
    }

    @Test
    void both_answer_and_keep_their_data_across_a_restart() throws Exception {
        try (Probe probe = new Probe(services.up(Ports.ANY).settings(DEFAULTS))) {
            probe.write("kept");
        }
        services.down();
        assertThat(services.running()).isEmpty();
        assertThat(conditions()).containsOnly(Condition.STOPPED);
        services.down();

        RunningServices again = services.up(Ports.ANY);
        try (Probe probe = new Probe(again.settings(DEFAULTS))) {
            assertThat(probe.records()).containsExactly("kept");
            assertThat(probe.rows()).containsExactly("kept");
        }
        assertThat(again.settings(DEFAULTS).lake())
                .isEqualTo(again.home().resolve("lake").toString());
    }

    @Test
    void another_command_takes_on_what_runs() {
        RunningServices first = services.up(Ports.ANY);
        List<Long> pids = pids();
        Services another = Services.at(home, DEFAULTS);

        assertThat(another.running()).contains(first);
        assertThat(another.up(Ports.ANY)).isEqualTo(first);
        assertThat(pids()).isEqualTo(pids);
        assertThat(conditions()).containsOnly(Condition.RUNNING);
    }

    @Test
    void a_killed_server_comes_back_with_its_data() throws Exception {
        try (Probe probe = new Probe(services.up(Ports.ANY).settings(DEFAULTS))) {
            probe.write("kept");
        }
        for (long pid : pids()) {
            kill(pid);
        }
        assertThat(conditions()).containsOnly(Condition.DIED);
        assertThat(services.running()).isEmpty();

        try (Probe probe = new Probe(services.up(Ports.ANY).settings(DEFAULTS))) {
            assertThat(probe.records()).containsExactly("kept");
            assertThat(probe.rows()).containsExactly("kept");
        }
    }

    @Test
    void a_session_that_outlives_its_killed_server_does_not_keep_the_next_from_starting() throws Exception {
        RunningServices running = services.up(Ports.ANY);
        Path data = running.home().resolve("postgres/data");
        Thread busy = new Thread(() -> {
            try (Probe probe = new Probe(running.settings(DEFAULTS))) {
                probe.keepBusy();
            } catch (SQLException killed) {
                Thread.currentThread().interrupt();
            }
        });
        busy.start();
        await().until(() -> Processes.workingIn(Set.of(data)).stream()
                .anyMatch(process ->
                        process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() > 100));
        kill(pids().get(1));

        services.up(Ports.ANY);
        assertThat(conditions()).containsOnly(Condition.RUNNING);
        busy.join();
    }

    @Test
    void servers_that_a_killed_command_did_not_note_are_found() throws IOException {
        services.up(Ports.ANY);
        List<Long> pids = pids();
        HomeState state = new HomeState(services.up(Ports.ANY).home());
        for (String name : List.of(KafkaService.NAME, PostgresService.NAME)) {
            state.put(name, ServiceEntry.startingAt(state.entry(name).port()));
        }
        services.up(Ports.ANY);
        assertThat(pids()).as("taken on").isEqualTo(pids);

        Files.delete(home.resolve("services.properties"));
        services.up(Ports.ANY);
        assertThat(pids()).as("replaced").doesNotContainAnyElementsOf(pids);
        assertThat(processes()).hasSize(2);
    }

    @Test
    void a_state_that_names_a_stranger_harms_nobody() throws IOException {
        services.up(Ports.ANY);
        services.down();
        ProcessHandle stranger = ProcessHandle.current();
        HomeState state = new HomeState(home.toRealPath());
        state.put(KafkaService.NAME, state.entry(KafkaService.NAME).with(stranger));
        state.put(PostgresService.NAME, state.entry(PostgresService.NAME).with(stranger));
        Files.writeString(home.resolve("postgres/data/postmaster.pid"), stranger.pid() + "\n");

        assertThat(conditions()).containsOnly(Condition.DIED);
        services.down();
        services.up(Ports.ANY);
        assertThat(conditions()).containsOnly(Condition.RUNNING);
    }

    @Test
    void what_a_killed_start_left_half_done_is_done_again() throws IOException {
        Files.createDirectories(home.resolve("kafka/data.new"));
        Files.writeString(home.resolve("kafka/data.new/meta.properties"), "half");
        Files.createDirectories(home.resolve("postgres/data.new/base"));
        Files.createDirectories(home.resolve("postgres/data"));
        Files.writeString(home.resolve("services.properties"), "kafka.pid=many\npostgres.port=");

        services.up(Ports.ANY);
        assertThat(conditions()).containsOnly(Condition.RUNNING);
        assertThat(home.resolve("kafka/data.new")).doesNotExist();
        assertThat(home.resolve("postgres/data.new")).doesNotExist();
    }

    @Test
    void a_port_in_use_is_named_and_nothing_is_left_running() throws IOException {
        try (ServerSocket taken = new ServerSocket(FreePorts.any(), 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> services.up(new Ports(port, null)))
                    .isInstanceOfSatisfying(WorkshopException.class, e -> {
                        assertThat(e.what()).isEqualTo("Kafka cannot listen at port " + port + ".");
                        assertThat(e.why()).endsWith("uses it.");
                        assertThat(e.next(Runner.COMMAND_LINE)).startsWith("./workshop up --kafka-port");
                    });
            assertThat(processes()).isEmpty();
            assertThatThrownBy(() -> services.up(new Ports(null, port)))
                    .hasMessage("PostgreSQL cannot listen at port " + port + ".");
            assertThat(processes()).isEmpty();
        }
    }

    @Test
    void a_port_that_another_takes_while_kafka_starts_is_chosen_anew() throws Exception {
        Path properties = home.resolve("kafka/server.properties");
        CompletableFuture<ServerSocket> another = CompletableFuture.supplyAsync(() -> {
            await().pollInterval(Duration.ofMillis(5)).until(() -> controllerPort(properties) != 0);
            return listenAt(controllerPort(properties));
        });
        services.up(Ports.ANY);

        try (ServerSocket taken = another.join()) {
            assertThat(Files.readString(home.resolve("kafka/broker.log"))).contains("Address already in use");
            assertThat(controllerPort(properties)).isNotEqualTo(taken.getLocalPort());
            assertThat(conditions()).containsOnly(Condition.RUNNING);
        }
    }

    /** 0 if there is none yet. */
    private static int controllerPort(Path properties) {
        try {
            Matcher port = CONTROLLER.matcher(Files.exists(properties) ? Files.readString(properties) : "");
            return port.find() ? Integer.parseInt(port.group(1)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket listenAt(int port) {
        try {
            return new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void requested_ports_are_taken_and_kept_but_not_changed_under_way() {
        Ports ports = new Ports(FreePorts.any(), FreePorts.any());
        RunningServices running = services.up(ports);
        assertThat(running.kafka()).isEqualTo("127.0.0.1:" + ports.kafka());
        assertThat(running.postgres()).isEqualTo("127.0.0.1:" + ports.postgres() + "/workshop");
        assertThatThrownBy(() -> services.up(new Ports(FreePorts.any(), null)))
                .isInstanceOfSatisfying(WorkshopException.class, e -> assertThat(e.why())
                        .isEqualTo("It runs already, at port " + ports.kafka() + "."));
        assertThat(conditions()).containsOnly(Condition.RUNNING);

        services.down();
        assertThat(services.up(Ports.ANY)).isEqualTo(running);
    }

    @Test
    void two_commands_at_once_start_one_of_each() throws Exception {
        Thread other = new Thread(() -> Services.at(home, DEFAULTS).up(Ports.ANY));
        other.start();
        RunningServices running = services.up(Ports.ANY);
        other.join();
        assertThat(Services.at(home, DEFAULTS).running()).contains(running);
        assertThat(processes()).hasSize(2);
    }

    @Test
    void a_server_that_hangs_is_stopped_for_certain() throws Exception {
        services.up(Ports.ANY);
        long broker = pids().get(0);
        Processes.run(List.of("kill", "-STOP", Long.toString(broker)), folder);
        services.down();
        assertThat(ProcessHandle.of(broker).filter(Processes::lives)).isEmpty();
    }

    @Test
    void a_home_that_cannot_be_written_is_a_clear_error() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        assertThatThrownBy(() -> Services.at(file.resolve("home"), DEFAULTS).up(Ports.ANY))
                .isInstanceOfSatisfying(WorkshopException.class, e -> {
                    assertThat(e.what()).contains(file.toString());
                    assertThat(e.next(Runner.COMMAND_LINE))
                            .isEqualTo("choose another directory: ./workshop up --home DIR");
                });
        Services nowhere = Services.at(folder.resolve("never made"), DEFAULTS);
        assertThat(nowhere.running()).isEmpty();
        nowhere.down();
        assertThat(folder.resolve("never made")).doesNotExist();
    }

    @Test
    void a_server_that_dies_at_the_start_shows_the_end_of_its_log() throws IOException {
        services.up(Ports.ANY);
        services.down();
        Files.writeString(home.resolve("postgres/data/PG_VERSION"), "9\n");
        assertThatThrownBy(() -> services.up(Ports.ANY)).isInstanceOfSatisfying(WorkshopException.class, e -> {
            assertThat(e.what()).isEqualTo("PostgreSQL ended as it started.");
            assertThat(e.why()).contains("database files are incompatible with server");
        });
        assertThat(processes()).isEmpty();
    }

    private List<Condition> conditions() {
        return services.status().stream().map(ServiceStatus::condition).toList();
    }

    private List<Long> pids() {
        return services.status().stream().map(ServiceStatus::pid).toList();
    }

    /** Everything that works on this home, noted or not. */
    private List<ProcessHandle> processes() {
        String path = home.toString();
        return Processes.find(arguments -> arguments.stream().anyMatch(argument -> argument.contains(path))).stream()
                .filter(Processes::lives)
                .toList();
    }

    private static void kill(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        await().until(() -> !Processes.lives(process));
    }
}
