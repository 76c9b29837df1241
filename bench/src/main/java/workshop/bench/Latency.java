package workshop.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import workshop.handoff.Database;
import workshop.lab.services.Services;
import workshop.settings.Role;
import workshop.settings.Settings;

/**
 * From an event being sent to its being visible in the merged view: sends one, asks until it is there, sends the next.
 * Arguments: HOME COUNT. The first tenth warms up and does not count.
 */
public final class Latency {
    private static final String SQL = "select transactions from customer_totals where customer = ?";

    private Latency() {}

    public static void main(String[] arguments) throws Exception {
        Settings settings =
                Services.at(Path.of(arguments[0])).running().orElseThrow().settings(Settings.of(Map.of()));
        Map<String, Object> properties = Map.of("bootstrap.servers", settings.kafka(), "acks", "all", "linger.ms", 0);
        String customer = "latency " + System.nanoTime();
        long[] nanos = new long[Integer.parseInt(arguments[1])];
        try (KafkaProducer<String, String> producer =
                        new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
                Connection connection = Database.connect(settings, Role.READER);
                PreparedStatement select = connection.prepareStatement(SQL)) {
            select.setString(1, customer);
            String event = "{\"customer\":\"" + customer + "\",\"amount\":0.01}";
            for (int i = 0; i < nanos.length; i++) {
                long start = System.nanoTime();
                producer.send(new ProducerRecord<>(settings.topic(), customer, event));
                while (counted(select) <= i) {
                    Thread.onSpinWait();
                }
                nanos[i] = System.nanoTime() - start;
            }
        }
        print(Arrays.copyOfRange(nanos, nanos.length / 10, nanos.length));
    }

    private static long counted(PreparedStatement select) throws Exception {
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static void print(long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                "p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 99 / 100] / 1e6, nanos[nanos.length - 1] / 1e6);
    }
}
