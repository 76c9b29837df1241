package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workshop.lab.services.ServiceStatus;
import workshop.producer.RateLimit;
import workshop.producer.random.RandomOptions;
import workshop.speed.SpeedLayer;
import workshop.speed.SpeedTrigger;

/** What the speed layer does beside counting: dead letters, stopping, surviving its database. */
class SpeedIT {
    private Workbench bench;

    @BeforeEach
    void start() throws Exception {
        bench = Workbench.start();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"real-time", "100"})
    void rejected_records_go_to_the_dead_letters_with_reason_and_origin(String trigger) throws Exception {
        String broken = "{\"customer\": \"Ali\", \"amount\": 1.005}";
        bench.produce("{\"customer\": \"Ali\", \"amount\": 1}", broken, "{\"customer\": \"Sara\", \"amount\"");
        try (SpeedLayer speed = SpeedLayer.start(Workbench.SPARK, bench.settings(), SpeedTrigger.parse(trigger))) {
            speed.awaitCaughtUp();
        }

        Map<String, ConsumerRecord<byte[], byte[]>> letters = deadLetters();
        assertThat(letters.keySet()).isEqualTo(new TreeSet<>(List.of("amount_too_many_decimals", "not_json")));
        ConsumerRecord<byte[], byte[]> letter = letters.get("amount_too_many_decimals");
        assertThat(new String(letter.value(), StandardCharsets.UTF_8)).isEqualTo(broken);
        assertThat(header(letter, "sentence")).isEqualTo("amount \"1.005\" has 3 decimals, at most 2 are allowed");
        assertThat(header(letter, "origin.topic")).isEqualTo("transactions");
        int partition = Integer.parseInt(header(letter, "origin.partition"));
        long offset = Long.parseLong(header(letter, "origin.offset"));
        assertThat(recordAt(partition, offset)).isEqualTo(broken);
        assertThat(bench.ask("select sum(rejected) from speed_progress")).isEqualTo("2");
        assertThat(bench.verify().agrees()).isTrue();
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private Map<String, ConsumerRecord<byte[], byte[]>> deadLetters() {
        Map<String, ConsumerRecord<byte[], byte[]>> letters = new java.util.TreeMap<>();
        records(bench.settings().deadLetterTopic(), 0, 0)
                .forEach(letter -> letters.put(header(letter, "reason"), letter));
        return letters;
    }

    private String recordAt(int partition, long offset) {
        return new String(
                records(bench.settings().topic(), partition, offset).get(0).value(), StandardCharsets.UTF_8);
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic, int partition, long offset) {
        Map<String, Object> properties =
                new HashMap<>(Map.of("bootstrap.servers", bench.settings().kafka()));
        TopicPartition log = new TopicPartition(topic, partition);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(log));
            consumer.seek(log, offset);
            return consumer.poll(Duration.ofSeconds(20)).records(log);
        }
    }

    @Test
    void a_stopped_speed_layer_has_committed_what_it_read_and_says_how_much() throws Exception {
        Process speed = bench.command("speed");
        bench.produce(new RandomOptions(4_000, 50, 5, 1, 1, 0), RateLimit.perSecond(1_000));
        await().atMost(Duration.ofSeconds(60)).until(() -> bench.output(0).contains("is running"));

        speed.destroy(); // SIGTERM, which ends it as Ctrl-C does
        speed.waitFor();

        assertThat(bench.output(0))
                .containsPattern("The speed layer has counted [0-9,]+ transactions and sent [0-9,]+ rejected");
        assertThat(bench.verify().agrees()).isTrue();
        try (java.util.stream.Stream<java.nio.file.Path> left =
                java.nio.file.Files.list(bench.home().resolve("checkpoints"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_database_that_is_killed_in_mid_stream_and_comes_back_loses_and_doubles_nothing() throws Exception {
        try (SpeedLayer speed = SpeedLayer.start(Workbench.SPARK, bench.settings(), SpeedTrigger.REAL_TIME)) {
            bench.produce(new RandomOptions(3_000, 50, 5, 1, 1, 0), RateLimit.unlimited());
            speed.awaitCaughtUp();
            long postgres = bench.services().status().stream()
                    .filter(service -> service.name().equals("PostgreSQL"))
                    .mapToLong(ServiceStatus::pid)
                    .findFirst()
                    .orElseThrow();
            ProcessHandle server = ProcessHandle.of(postgres).orElseThrow();
            server.destroyForcibly();
            server.onExit().join();
            bench.produce(new RandomOptions(3_000, 50, 6, 1, 1, 0), RateLimit.unlimited());
            bench.services().up(workshop.lab.services.Ports.ANY);
            speed.awaitCaughtUp();
        }
        assertThat(bench.ask("select sum(accepted + rejected) from speed_progress"))
                .isEqualTo("6000");
        assertThat(bench.verify().agrees()).isTrue();
    }

    @Test
    void a_topic_that_is_made_anew_under_a_running_speed_layer_stops_it() throws Exception {
        bench.produce("{\"customer\": \"Ali\", \"amount\": 1}");
        Process speed = bench.command("speed");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> "1".equals(bench.ask("select sum(accepted) from speed_progress")));
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", bench.settings().kafka()))) {
            admin.deleteTopics(List.of(bench.settings().topic())).all().get();
        }
        await().ignoreExceptions().until(() -> {
            workshop.lab.services.Topics.create(bench.settings());
            return true;
        });

        assertThat(speed.waitFor()).isEqualTo(1);
        assertThat(bench.output(0)).contains("error: ", "\n  why: ", "\n next: ./workshop");
        assertThat(bench.ask("select total from customer_totals")).isEqualTo("1.00");
    }
}
