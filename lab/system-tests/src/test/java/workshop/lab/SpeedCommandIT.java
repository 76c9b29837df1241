package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import workshop.producer.RateLimit;
import workshop.producer.random.RandomOptions;

/** The command of the speed layer: its page, its end, and a topic that is made anew under it. */
class SpeedCommandIT extends OnWorkbench {
    @Test
    void spark_serves_its_pages_on_this_machine_only() throws Exception {
        Process speed = bench.commandWith(
                Map.of("SPARK_LOCAL_IP", "127.0.0.1", "WORKSHOP_SPARK_UI_PORT", "0"), "speed", "--ui");
        await().untilAsserted(
                        () -> assertThat(bench.output(0)).contains("The speed layer counts what comes into the topic"));
        Matcher said = Pattern.compile("Spark's pages are at (http://127\\.0\\.0\\.1:\\d+/) until")
                .matcher(bench.output(0));
        assertThat(said.find()).as(bench.output(0)).isTrue();

        int port = URI.create(said.group(1)).getPort();
        assertThat(port)
                .as("a free one, as the setting says: Spark alone would begin at 4040")
                .isGreaterThan(5_000);

        await().untilAsserted(
                        () -> { // Spark hears of its query a moment after the query has begun
                            HttpResponse<String> page = HttpClient.newHttpClient()
                                    .send(
                                            HttpRequest.newBuilder(URI.create(said.group(1) + "StreamingQuery/"))
                                                    .build(),
                                            HttpResponse.BodyHandlers.ofString());
                            assertThat(page.statusCode()).isEqualTo(200);
                            assertThat(page.body()).contains("Active Streaming Queries (1)", "speed layer");
                        });
        assertThat(listeners(port)).isEmpty();
        speed.destroy();
        assertThat(speed.waitFor(3, TimeUnit.MINUTES)).isTrue();
    }

    /** The addresses of this machine, loopback apart, that answer on a port. */
    private static List<InetAddress> listeners(int port) throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .filter(address -> answers(address, port))
                .toList();
    }

    private static boolean answers(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void a_stopped_speed_layer_has_committed_what_it_read_and_says_how_much() throws Exception {
        Process speed = bench.command("speed");
        bench.produce(new RandomOptions(4_000, 50, 5, 1, 1, 0), RateLimit.perSecond(1_000));
        await().until(() -> bench.output(0)
                .contains("The speed layer counts what comes into the topic transactions. Ctrl-C ends it.\n"));

        speed.destroy(); // SIGTERM, which ends it as Ctrl-C does
        speed.waitFor();

        assertThat(bench.output(0))
                .containsPattern("The speed layer has counted [0-9,]+ transactions and sent [0-9,]+ rejected");
        bench.agrees();
        try (java.util.stream.Stream<java.nio.file.Path> left =
                java.nio.file.Files.list(bench.home().resolve("checkpoints"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_topic_that_is_made_anew_under_a_running_speed_layer_stops_it() throws Exception {
        bench.produce("{\"customer\": \"Ali\", \"amount\": 1}");
        Process speed = bench.command("speed");
        await().until(() -> "1".equals(bench.ask("select sum(accepted) from speed_progress")));
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
