package workshop.lab.services;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import workshop.settings.Role;
import workshop.settings.Settings;

/** Writes a word to Kafka and to PostgreSQL, as the owner of the database, and reads all of them again. */
final class Probe implements AutoCloseable {
    private static final String TOPIC = "words";

    private final Settings settings;
    private final Connection database;

    Probe(Settings settings) throws SQLException {
        this.settings = settings;
        this.database =
                DriverManager.getConnection(settings.jdbcUrl(), Role.OWNER.user(), settings.password(Role.OWNER));
    }

    void write(String word) throws SQLException, ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", settings.kafka()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", settings.kafka(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, word)).get();
        }
        try (Statement statement = database.createStatement()) {
            statement.execute("create table words (word text)");
        }
        try (PreparedStatement insert = database.prepareStatement("insert into words values (?)")) {
            insert.setString(1, word);
            insert.executeUpdate();
        }
    }

    List<String> records() {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", settings.kafka()), new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            List<String> words = new ArrayList<>();
            Awaitility.await().until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(found -> words.add(found.value()));
                return consumer.position(partition) >= end;
            });
            return words;
        }
    }

    List<String> rows() throws SQLException {
        List<String> words = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select word from words")) {
            while (rows.next()) {
                words.add(rows.getString(1));
            }
        }
        return words;
    }

    /** Computes for minutes, and asks nobody. */
    void keepBusy() throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("do $$ begin for i in 1..2000000000 loop null; end loop; end $$");
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
