package workshop.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workshop.lab.services.Ports;
import workshop.lab.testing.KillsServices;
import workshop.lab.testing.OnBench;
import workshop.lab.testing.TestSpark;
import workshop.producer.RateLimit;
import workshop.producer.random.RandomOptions;
import workshop.settings.Runner;
import workshop.settings.WorkshopException;

/**
 * What the speed layer does beside counting: dead letters, stopping, surviving its services. That it counts exactly, together
 * with batches, is tested in {@code HandOffIT} of the system tests.
 */
class SpeedIT extends OnBench {
    @ParameterizedTest
    @ValueSource(strings = {"real-time", "100"})
    void rejected_records_go_to_the_dead_letters_with_reason_and_origin(String trigger) throws Exception {
        String broken = "{\"customer\": \"Ali\", \"amount\": 1.005}";
        bench.produce("{\"customer\": \"Ali\", \"amount\": 1}", broken, "{\"customer\": \"Sara\", \"amount\"");
        try (SpeedLayer speed = SpeedLayer.start(TestSpark.SESSION, bench.settings(), SpeedTrigger.parse(trigger))) {
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
        bench.agrees();
    }

    @Test
    void a_rejected_record_of_any_size_does_not_stop_the_speed_layer() throws Exception {
        byte[] nearTheLimit = new byte[1_048_400];
        new Random(1).nextBytes(nearTheLimit);
        byte[] beyondTheLetters = new byte[5 << 20];
        new Random(2).nextBytes(beyondTheLetters);
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", bench.settings().kafka()))) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(
                                    ConfigResource.Type.TOPIC, bench.settings().topic()),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("max.message.bytes", String.valueOf(8 << 20)),
                                    AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
        Map<String, Object> properties =
                Map.of("bootstrap.servers", bench.settings().kafka(), "max.request.size", 8 << 20);
        try (KafkaProducer<byte[], byte[]> plain =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            plain.send(new ProducerRecord<>(bench.settings().topic(), 0, null, nearTheLimit))
                    .get();
            plain.send(new ProducerRecord<>(bench.settings().topic(), 0, null, beyondTheLetters))
                    .get();
        }
        bench.produce("{\"customer\": \"Ali\", \"amount\": 1}");
        try (SpeedLayer speed = SpeedLayer.start(TestSpark.SESSION, bench.settings(), SpeedTrigger.REAL_TIME)) {
            speed.awaitCaughtUp();
        }

        assertThat(bench.ask("select sum(rejected) from speed_progress")).isEqualTo("2");
        assertThat(bench.ask("select total from customer_totals")).isEqualTo("1.00");
        List<ConsumerRecord<byte[], byte[]>> letters = records(bench.settings().deadLetterTopic(), 0, 0);
        assertThat(letters.get(0).value()).isEqualTo(nearTheLimit);
        letters = records(bench.settings().deadLetterTopic(), 0, 1);
        assertThat(letters.get(0).value()).isNull();
        assertThat(header(letters.get(0), "value.omitted")).isEqualTo("5242880 bytes, too large for this topic");
        assertThat(header(letters.get(0), "origin.offset")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"real-time", "100"})
    void a_commit_that_postgresql_refuses_stops_the_speed_layer_at_once_and_says_why(String trigger) throws Exception {
        try (SpeedLayer speed = SpeedLayer.start(TestSpark.SESSION, bench.settings(), SpeedTrigger.parse(trigger))) {
            bench.produce("{\"customer\": \"Ali\", \"amount\": 1}");
            speed.awaitCaughtUp();
            bench.execute("revoke insert on speed_totals from speed_layer");
            bench.produce("{\"customer\": \"Sara\", \"amount\": 1}");

            // One batch of Real-Time Mode lasts five minutes: without an interrupt, this would too.
            CompletableFuture<Void> running = CompletableFuture.runAsync(speed::await);
            assertThat(running)
                    .failsWithin(Duration.ofMinutes(2))
                    .withThrowableOfType(ExecutionException.class)
                    .havingCause()
                    .isInstanceOfSatisfying(WorkshopException.class, e -> {
                        assertThat(e.what()).contains("refuses what the role speed_layer wants to do");
                        assertThat(e.why()).contains("permission denied for table speed_totals");
                        assertThat(e.next(Runner.COMMAND_LINE)).startsWith("./workshop up");
                    });
            assertThatThrownBy(speed::awaitCaughtUp).isInstanceOf(WorkshopException.class);
        }
        bench.execute("grant insert on speed_totals to speed_layer");
        try (SpeedLayer speed = SpeedLayer.start(TestSpark.SESSION, bench.settings(), SpeedTrigger.parse(trigger))) {
            speed.awaitCaughtUp();
        }
        bench.agrees();
        assertThat(bench.ask("select sum(accepted) from speed_progress")).isEqualTo("2");
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

    @KillsServices
    @Test
    void a_database_that_is_killed_in_mid_stream_and_comes_back_loses_and_doubles_nothing() throws Exception {
        try (SpeedLayer speed = SpeedLayer.start(TestSpark.SESSION, bench.settings(), SpeedTrigger.REAL_TIME)) {
            bench.produce(new RandomOptions(3_000, 50, 5, 1, 1, 0), RateLimit.unlimited());
            speed.awaitCaughtUp();
            bench.kill("PostgreSQL");
            bench.produce(new RandomOptions(3_000, 50, 6, 1, 1, 0), RateLimit.unlimited());
            bench.services().up(Ports.ANY);
            speed.awaitCaughtUp();
        }
        assertThat(bench.ask("select sum(accepted + rejected) from speed_progress"))
                .isEqualTo("6000");
        bench.agrees();
    }

    @KillsServices
    @ParameterizedTest
    @ValueSource(strings = {"real-time", "100"})
    void a_broker_that_is_killed_in_mid_stream_and_comes_back_loses_and_doubles_nothing(String trigger)
            throws Exception {
        try (SpeedLayer speed = SpeedLayer.start(TestSpark.SESSION, bench.settings(), SpeedTrigger.parse(trigger))) {
            CompletableFuture<Void> stream = CompletableFuture.runAsync(() -> {
                try {
                    bench.produce(new RandomOptions(6_000, 50, 5, 1, 1, 0), RateLimit.perSecond(1_000));
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            speed.awaitSomeCounted();
            bench.kill("Kafka");
            bench.services().up(Ports.ANY);
            stream.join();

            // No record comes after the last one: a reader that waits for the next would never see it.
            CompletableFuture<Void> caughtUp = CompletableFuture.runAsync(speed::awaitCaughtUp);
            assertThat(caughtUp).succeedsWithin(Duration.ofMinutes(2));
        }
        assertThat(bench.ask("select sum(accepted + rejected) from speed_progress"))
                .isEqualTo("6000");
        bench.agrees();
    }
}
