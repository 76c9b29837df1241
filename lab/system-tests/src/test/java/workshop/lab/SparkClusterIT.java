package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workshop.kappa.HistoryLoad;
import workshop.lab.services.SparkCluster;
import workshop.lab.verify.Comparison;
import workshop.producer.RateLimit;
import workshop.producer.random.RandomOptions;
import workshop.producer.random.RandomSource;

/** The jars that spark-submit runs, on a real cluster of a master and two workers. */
@Tag("full")
class SparkClusterIT {
    private static final int EVENTS = 20_000;
    private static final int HISTORY = 100_000;

    private static Workbench bench;
    private static SparkCluster cluster;

    @BeforeAll
    static void start() throws Exception {
        bench = Workbench.start();
        cluster = SparkCluster.start(bench.home(), 2, 6);
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
        bench.close();
    }

    @Test
    void batch_and_speed_layer_survive_the_death_of_a_worker_and_Kappa_says_the_same() throws Exception {
        Path history = history();
        Process speed = submit("speed.txt", SparkCluster.jar("speed-layer"));
        CompletableFuture<Void> stream = CompletableFuture.runAsync(this::produce);
        await().until(() -> counted() > 1_000);
        Process batch = submit("batch.txt", SparkCluster.jar("batch-layer"), history.toString());
        await().until(() -> "1".equals(bench.ask("select count(*) from epochs where published_at is null")));

        cluster.killWorker(0);

        assertThat(batch.waitFor()).as(output("batch.txt")).isZero();
        assertThat(output("batch.txt")).contains("Epoch 1 is published");
        stream.join();
        await().untilAsserted(
                        () -> assertThat(counted()).as(output("speed.txt")).isEqualTo(EVENTS));
        await().untilAsserted(() -> assertThat(cluster.aliveWorkers()).isEqualTo(1));
        bench.agrees();

        speed.destroy(); // SIGTERM, which ends it as Ctrl-C does
        speed.waitFor();
        assertThat(output("speed.txt"))
                .contains("The speed layer counts what comes into the topic", "The speed layer has counted");
        Process again = submit("again.txt", SparkCluster.jar("batch-layer"), history.toString());
        assertThat(again.waitFor()).as(output("again.txt")).isZero();
        bench.agrees();
        assertThat(bench.ask("select sum(speed_total) from customer_totals")).isEqualTo("0.00");
        assertThat(bench.ask("select read from batch_runs where epoch = 2"))
                .isEqualTo(String.valueOf(HISTORY + EVENTS));

        new HistoryLoad(bench.settings(), sent -> {}).load(history);
        Process kappa = submit("kappa.txt", SparkCluster.jar("kappa"), "--until-caught-up");
        assertThat(kappa.waitFor()).as(output("kappa.txt")).isZero();
        assertThat(Comparison.run(bench.settings()).isEqual()).isTrue();
    }

    @Test
    void a_job_that_cannot_work_says_so_in_three_lines_and_an_exit_code() throws Exception {
        Process missing = submit("missing.txt", SparkCluster.jar("batch-layer"), "no-such-file.json");
        assertThat(missing.waitFor()).isEqualTo(2);
        assertThat(output("missing.txt"))
                .contains("error: The history file no-such-file.json cannot be read.", "\n  why: ")
                .endsWith("\n next: check the name, then spark-submit batch-layer.jar --history FILE\n");

        Map<String, String> composed = bench.addresses();
        composed.put("WORKSHOP_RUNNER", "compose");
        Process inCompose = cluster.submit(
                bench.home().resolve("compose.txt"), composed, SparkCluster.jar("batch-layer"), "no-such-file.json");
        assertThat(inCompose.waitFor()).isEqualTo(2);
        assertThat(output("compose.txt"))
                .endsWith("\n next: check the name, then docker compose exec spark-master spark-submit batch-layer.jar"
                        + " --history FILE\n");

        Map<String, String> wrong = bench.addresses();
        wrong.put("WORKSHOP_KAFKA", "127.0.0.1");
        Process refused = cluster.submit(bench.home().resolve("refused.txt"), wrong, SparkCluster.jar("speed-layer"));
        assertThat(refused.waitFor()).isEqualTo(2);
        assertThat(output("refused.txt"))
                .isEqualToIgnoringNewLines("error: The setting kafka has the value \"127.0.0.1\".\n"
                        + "  why: It must be host:port, several separated by commas.\n"
                        + " next: correct the environment variable WORKSHOP_KAFKA\n");
    }

    private Process submit(String output, String... arguments) throws Exception {
        return cluster.submit(bench.home().resolve(output), bench.addresses(), arguments);
    }

    /** Long enough that a worker can die in the middle of a batch over it. */
    private Path history() throws Exception {
        Path file = bench.home().resolve("history.json");
        try (RandomSource records =
                        new RandomSource(new RandomOptions(HISTORY, 200, 21, 1, 0, 0), InstantSource.system());
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            while (records.hasNext()) {
                out.write(records.next());
                out.write('\n');
            }
        }
        return file;
    }

    private void produce() {
        try {
            bench.produce(new RandomOptions(EVENTS, 200, 22, 2, 1, 3), RateLimit.perSecond(1_000));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private long counted() {
        return Long.parseLong(bench.ask("select coalesce(sum(accepted + rejected), 0) from speed_progress"));
    }

    private String output(String name) throws Exception {
        return Files.readString(bench.home().resolve(name));
    }
}
