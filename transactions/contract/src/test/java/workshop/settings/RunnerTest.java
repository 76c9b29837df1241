package workshop.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person reads, by who runs the layer. */
class RunnerTest {
    private static final Command REPLACE =
            Command.BATCH.with("--history a.json").with("--replace-history");
    private static final Advice GOES_ON = Advice.of(Command.STATUS, ", then ", Command.SPEED, ", which goes on");

    @Test
    void on_one_machine_everything_is_a_command_of_the_workshop() {
        assertThat(typed(Runner.COMMAND_LINE))
                .containsExactly(
                        "./workshop batch --history a.json --replace-history",
                        "./workshop status, then ./workshop speed, which goes on",
                        "./workshop kappa run --version v2",
                        "./workshop kappa promote v2",
                        "./workshop up",
                        "./workshop reset, to begin anew");
    }

    @Test
    void on_a_cluster_the_jars_are_submitted_and_nothing_is_reset_that_is_not_the_labs() {
        assertThat(typed(Runner.SPARK_SUBMIT))
                .containsExactly(
                        "spark-submit batch-layer.jar --history a.json --replace-history",
                        "./workshop status, then spark-submit speed-layer.jar, which goes on",
                        "spark-submit kappa.jar --version v2",
                        "./workshop kappa promote v2",
                        "./workshop up",
                        "delete the topics, the database, the lake and the checkpoints, then ./workshop up, to begin"
                                + " anew");
    }

    @Test
    void in_Compose_each_is_a_line_for_docker() {
        assertThat(typed(Runner.COMPOSE))
                .containsExactly(
                        "docker compose exec spark-master spark-submit batch-layer.jar --history a.json"
                                + " --replace-history",
                        "docker compose run --rm workshop status, then docker compose exec spark-master spark-submit"
                                + " speed-layer.jar, which goes on",
                        "docker compose exec spark-master spark-submit kappa.jar --version v2",
                        "docker compose run --rm workshop kappa promote v2",
                        "docker compose up -d --wait",
                        "docker compose down --volumes, then docker compose up -d --wait, to begin anew");
    }

    @Test
    void an_error_is_three_lines_in_the_words_of_who_runs_the_layer() {
        WorkshopException error = WorkshopException.failed("It failed.", "It was stopped.", GOES_ON);

        assertThat(error.threeLines(Runner.SPARK_SUBMIT))
                .isEqualTo("error: It failed.\n  why: It was stopped.\n"
                        + " next: ./workshop status, then spark-submit speed-layer.jar, which goes on");
        assertThat(error)
                .hasToString("WorkshopException: It failed. It was stopped. Next: status, then speed, which goes on");
    }

    @Test
    void an_error_of_an_executor_says_the_same_at_the_driver() throws Exception {
        WorkshopException error =
                WorkshopException.failed("It failed.", "It was stopped.", Advice.of(Advice.BEGIN_ANEW, "; ", GOES_ON));

        assertThat(sent(error).threeLines(Runner.COMPOSE)).isEqualTo(error.threeLines(Runner.COMPOSE));
    }

    @Test
    void advice_knows_whether_it_is_more_than_words() {
        assertThat(Advice.of("wait").namesCommand()).isFalse();
        assertThat(Advice.of("wait, then ", Advice.BEGIN_ANEW).namesCommand()).isTrue();
    }

    @Test
    void the_environment_names_Compose_or_nobody() {
        assertThat(Runner.named(Map.of("WORKSHOP_RUNNER", "compose"))).contains(Runner.COMPOSE);
        assertThat(Runner.named(Map.of())).isEmpty();
        assertThatThrownBy(() -> Settings.of(Map.of("WORKSHOP_RUNNER", "podman")))
                .isInstanceOfSatisfying(
                        WorkshopException.class, e -> assertThat(e.why()).isEqualTo("It must be compose, or nothing."));
    }

    private static List<String> typed(Runner runner) {
        List<Advice> all = List.of(
                REPLACE,
                GOES_ON,
                Command.KAPPA_RUN.with("--version v2"),
                Command.KAPPA_PROMOTE.with("v2"),
                Command.UP,
                Advice.BEGIN_ANEW);
        return all.stream().map(advice -> advice.typed(runner)).toList();
    }

    private static WorkshopException sent(WorkshopException error) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(error);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (WorkshopException) in.readObject();
        }
    }
}
