package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import workshop.handoff.TopicLog;
import workshop.kappa.KappaJob;
import workshop.kappa.Promotion;
import workshop.lab.services.Ports;
import workshop.lab.testing.KillsServices;
import workshop.serving.http.DashboardServer;
import workshop.serving.http.LiveComparison;
import workshop.serving.http.Proof;
import workshop.settings.Runner;
import workshop.settings.WorkshopException;
import workshop.speed.SpeedLayer;
import workshop.speed.SpeedTrigger;

/**
 * A broker whose data is restored from a copy, and which then takes other records: the topic has the same id, and ends
 * beyond what was counted. Its offsets look right, and name other records.
 */
@KillsServices
class RestoredLogIT extends OnWorkbench {
    private static final String ANOTHER =
            "The topic transactions is not the log that was counted: partition %d holds another record at offset 5.";

    private int partition;

    @Test
    void a_log_that_lost_its_end_and_grew_again_is_refused_by_every_job_and_said_by_status_and_page() throws Exception {
        send("counted and kept", 3);
        count();
        bench.batch();
        copyOfTheBroker();
        send("counted and lost", 3);
        count();
        bench.batch();
        assertThat(bench.cli("status").out()).contains("lag         0 records not counted yet\n");
        restored();

        refused(() -> speed().close());
        refused(() -> KappaJob.start(Workbench.SPARK, bench.settings(), "v1", null));
        refused(() -> new Promotion(bench.settings()).promote("v1", false));
        Workbench.Outcome status = bench.cli("status");
        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.out()).contains("lag         not known: this is not the log that was counted\n");
        assertThat(status.err()).contains("error: " + another(), " next: ./workshop reset, to begin anew");
        page();

        // Each layer's mark is enough.
        bench.execute("create table kept as select partition, mark_offset, mark from speed_progress");
        bench.execute("update speed_progress set mark_offset = null, mark = null");
        refused(bench::batch);
        bench.execute("update speed_progress s set mark_offset = k.mark_offset, mark = k.mark from kept k"
                + " where k.partition = s.partition");
        bench.execute("update cuts set mark_offset = null, mark = null");
        refused(bench::batch);
        refused(() -> speed().close());
        assertThat(bench.ask("select total from customer_totals")).isEqualTo("6.00");
    }

    @Test
    void a_running_speed_layer_ends_and_the_next_one_does_not_take_the_other_log_for_the_right_one() throws Exception {
        send("counted and kept", 3);
        count();
        copyOfTheBroker();
        try (SpeedLayer running = speed()) {
            send("counted and lost", 3);
            running.awaitCaughtUp();
            restored();

            assertThatThrownBy(running::await).isInstanceOf(WorkshopException.class);
        }
        refused(() -> speed().close());
    }

    /** Records of one customer, so of one partition. */
    private void send(String what, int records) throws Exception {
        for (int i = 0; i < records; i++) {
            bench.produce("{\"customer\":\"Ali\",\"amount\":1,\"transaction_id\":\"" + what + " " + i + "\"}");
        }
    }

    private void count() {
        try (SpeedLayer speed = speed();
                KappaJob kappa = KappaJob.start(Workbench.SPARK, bench.settings(), "v1", null)) {
            speed.awaitCaughtUp();
            kappa.awaitCaughtUp();
        }
    }

    private SpeedLayer speed() {
        return SpeedLayer.start(Workbench.SPARK, bench.settings(), SpeedTrigger.REAL_TIME);
    }

    private void copyOfTheBroker() throws Exception {
        bench.kill("Kafka");
        bench.copyKafka("data", "copy");
        bench.services().up(Ports.ANY);
    }

    /** And written on, beyond what was counted. */
    private void restored() throws Exception {
        bench.kill("Kafka");
        bench.copyKafka("copy", "data");
        bench.services().up(Ports.ANY);
        send("of another log", 5);
        try (TopicLog log = new TopicLog(bench.settings())) {
            partition = log.endOffsets().entrySet().stream()
                    .filter(end -> end.getValue() == 8)
                    .findFirst()
                    .orElseThrow()
                    .getKey();
        }
    }

    private String another() {
        return ANOTHER.formatted(partition);
    }

    private void refused(ThrowingCallable job) {
        assertThatThrownBy(job).isInstanceOfSatisfying(WorkshopException.class, e -> {
            assertThat(e.what()).isEqualTo(another());
            assertThat(e.why()).startsWith("The record at offset 5 that was counted is gone. Kafka lost the end");
            assertThat(e.next(Runner.COMMAND_LINE)).isEqualTo("./workshop reset, to begin anew");
        });
    }

    private void page() {
        try (DashboardServer page = DashboardServer.start(
                bench.settings(),
                Runner.COMMAND_LINE,
                () -> Proof.WAITING,
                () -> LiveComparison.WAITING,
                "127.0.0.1",
                0)) {
            await().untilAsserted(() -> {
                JsonNode coverage = api(page, "coverage");
                assertThat(coverage.at("/kafka/another_log").asText()).startsWith(another());
                assertThat(coverage.at("/lag").isNull()).isTrue();
                assertThat(api(page, "kappa").at("/versions/0/another_log").asBoolean())
                        .isTrue();
            });
        }
    }

    private static JsonNode api(DashboardServer page, String resource) throws IOException {
        try (InputStream answer = URI.create("http://127.0.0.1:" + page.port() + "/api/" + resource)
                .toURL()
                .openStream()) {
            return new ObjectMapper().readTree(answer);
        }
    }
}
