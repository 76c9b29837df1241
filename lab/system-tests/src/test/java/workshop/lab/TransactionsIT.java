package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import workshop.kappa.KappaJob;
import workshop.lab.verify.Comparison;
import workshop.lab.verify.Verification;
import workshop.producer.RateLimit;
import workshop.speed.SpeedLayer;
import workshop.speed.SpeedTrigger;

/** A transactional producer writes to the topic: what it aborts is no money, and its markers are no records. */
class TransactionsIT extends OnWorkbench {
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void begin() {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bench.settings().kafka(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "elsewhere"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    @AfterEach
    void end() {
        producer.close();
    }

    @Test
    void what_a_producer_aborts_counts_nowhere_and_every_layer_catches_up_behind_its_markers() {
        committed("{\"customer\":\"Ali\",\"amount\":1}");
        aborted("{\"customer\":\"Ali\",\"amount\":100}");

        speedCatchesUp("real-time");
        assertThat(total()).isEqualTo("1.00");
        assertThat(bench.agrees().behind()).as("lag").isZero();

        committed("{\"customer\":\"Ali\",\"amount\":20}");
        aborted("{\"customer\":\"Ali\",\"amount\":300}");
        speedCatchesUp("0");
        assertThat(total()).isEqualTo("21.00");

        bench.batch();
        assertThat(total()).isEqualTo("21.00");
        assertThat(bench.ask("select read from batch_report")).isEqualTo("2");
        assertThat(bench.agrees().behind()).isZero();

        kappaCatchesUp();
        assertThat(Comparison.run(bench.settings()).isEqual()).isTrue();

        aborted("{\"customer\":\"Ali\",\"amount\":4000}");
        committed("{\"customer\":\"Ali\",\"amount\":5}");
        bench.batch();
        speedCatchesUp("real-time");
        kappaCatchesUp();
        assertThat(total()).isEqualTo("26.00");
        Verification verified = bench.agrees();
        assertThat(verified.records()).isEqualTo(3);
        assertThat(verified.behind()).isZero();
        assertThat(bench.cli("status").out()).contains("lag         0 records not counted yet\n");
    }

    @Test
    void an_open_transaction_is_lag_with_a_name_and_holds_nobody_up() throws Exception {
        bench.produce("{\"customer\":\"Ali\",\"amount\":1}");
        producer.beginTransaction();
        send("{\"customer\":\"Ali\",\"amount\":100}");
        producer.flush();
        bench.produce("{\"customer\":\"Ali\",\"amount\":20}");

        speedCatchesUp("real-time");
        bench.batch();
        kappaCatchesUp();

        assertThat(total()).isEqualTo("1.00");
        bench.agrees();
        assertThat(bench.cli("status").out()).contains("; 2 offsets wait for the end of an open transaction\n");

        producer.commitTransaction();
        speedCatchesUp("real-time");
        assertThat(total()).isEqualTo("121.00");
        bench.agrees();
    }

    @Test
    void a_stream_of_commits_and_aborts_is_counted_to_the_cent() throws Exception {
        bench.produce(Workbench.events(2_000), RateLimit.unlimited());
        for (int i = 0; i < 200; i++) {
            String line = "{\"customer\":\"c-" + i % 7 + "\",\"amount\":" + i + ".01}";
            if (i % 3 == 0) {
                aborted(line, line, line);
            } else {
                committed(line);
            }
        }

        speedCatchesUp("real-time");
        bench.batch();
        assertThat(bench.agrees().behind()).isZero();
        kappaCatchesUp();
        assertThat(Comparison.run(bench.settings()).isEqual()).isTrue();
    }

    private void committed(String... lines) {
        producer.beginTransaction();
        send(lines);
        producer.commitTransaction();
    }

    private void aborted(String... lines) {
        producer.beginTransaction();
        send(lines);
        producer.flush(); // or they would never come into the log
        producer.abortTransaction();
    }

    private void send(String... lines) {
        for (String line : lines) {
            producer.send(new ProducerRecord<>(
                    bench.settings().topic(),
                    "Ali".getBytes(StandardCharsets.UTF_8),
                    line.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void speedCatchesUp(String trigger) {
        try (SpeedLayer speed = SpeedLayer.start(Workbench.SPARK, bench.settings(), SpeedTrigger.parse(trigger))) {
            speed.awaitCaughtUp();
        }
    }

    private void kappaCatchesUp() {
        try (KappaJob kappa = KappaJob.start(Workbench.SPARK, bench.settings(), "v1", null)) {
            kappa.awaitCaughtUp();
        }
    }

    private String total() {
        return bench.ask("select total from customer_totals where customer = 'Ali'");
    }
}
