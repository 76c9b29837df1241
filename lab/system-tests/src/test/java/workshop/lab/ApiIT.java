package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workshop.handoff.Database;
import workshop.kappa.HistoryLoad;
import workshop.kappa.KappaJob;
import workshop.lab.services.Home;
import workshop.lab.services.Ports;
import workshop.lab.verify.Continuous;
import workshop.serving.http.DashboardServer;
import workshop.serving.http.LiveComparison;
import workshop.serving.http.Proof;
import workshop.settings.Role;
import workshop.settings.Runner;
import workshop.speed.SpeedLayer;
import workshop.speed.SpeedTrigger;
import workshop.transactions.Rule;

/** The API, as its document describes it, over real data. */
class ApiIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path HISTORY = Home.root().resolve("datasets/transactions.json");
    private static final AtomicReference<LiveComparison> COMPARISON = new AtomicReference<>(LiveComparison.WAITING);

    private static Workbench bench;
    private static Continuous<Proof> proof;
    private static DashboardServer server;
    private static JsonNode document;

    @BeforeAll
    static void start() throws Exception {
        bench = Workbench.startAlone();
        bench.batch(HISTORY.toString());
        bench.produce(
                "{\"customer\": \"Ali\", \"amount\": 10.01}",
                "{\"customer\": \"a/b %\", \"amount\": -3}",
                "{\"customer\": \"Zoé\", \"amount\": 0.5, \"timestamp\": \"2020-01-01T00:00:00Z\"}",
                "{\"customer\": \"Ali\"}");
        try (SpeedLayer speed = SpeedLayer.start(Workbench.SPARK, bench.settings(), SpeedTrigger.parse("100"))) {
            speed.awaitCaughtUp();
        }
        proof = Continuous.proof(bench.settings());
        server = DashboardServer.start(
                bench.settings().with("dashboard.streams", "1000"),
                Runner.COMMAND_LINE,
                proof,
                COMPARISON::get,
                "127.0.0.1",
                0);
        document = JSON.readTree(get("/openapi.json").body());
        await().untilAsserted(
                        () -> assertThat(JSON.readTree(get("/api/coverage").body())
                                        .at("/kafka/reachable")
                                        .asBoolean())
                                .isTrue());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
            proof.close();
        }
        bench.close();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .timeout(Duration.ofMinutes(3))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode ok(String path) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    /** Holds an answer against the schema that the document names for it. */
    private static void keeps(String schema, JsonNode answer) {
        ObjectNode wanted = JSON.createObjectNode().put("$ref", "#/components/schemas/" + schema);
        wanted.set("components", document.get("components"));
        JsonSchema compiled =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(wanted);
        assertThat(compiled.validate(answer)).as(answer.toPrettyString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/customers | /api/customers",
                "/api/customers | /api/customers?page=2&size=3&sort=speed_total&order=asc&search=a",
                "/api/customers | /api/customers?page=99",
                "/api/customers/{customer} | /api/customers/Ali",
                "/api/top | /api/top?n=3",
                "/api/coverage | /api/coverage",
                "/api/merges | /api/merges",
                "/api/rejected | /api/rejected?limit=2",
                "/api/duplicates | /api/duplicates",
                "/api/proof | /api/proof",
                "/api/kappa | /api/kappa",
                "/api/comparison | /api/comparison",
                "/health | /health"
            })
    void each_answer_is_as_the_document_says(String resource, String path) throws Exception {
        JsonNode schema = document.get("paths").get(resource).at("/get/responses/200/content/application~1json/schema");
        keeps(schema.get("$ref").asText().replaceFirst(".*/", ""), ok(path));
    }

    @Test
    void the_document_names_every_resource_that_answers_and_no_other() {
        List<String> paths = new ArrayList<>();
        document.get("paths").fieldNames().forEachRemaining(paths::add);
        assertThat(paths)
                .containsExactlyInAnyOrder(
                        "/api/customers",
                        "/api/customers/{customer}",
                        "/api/top",
                        "/api/coverage",
                        "/api/merges",
                        "/api/rejected",
                        "/api/duplicates",
                        "/api/proof",
                        "/api/kappa",
                        "/api/comparison",
                        "/api/stream",
                        "/health",
                        "/openapi.json");
    }

    @Test
    void totals_are_those_of_the_merged_view_to_the_cent() throws Exception {
        Instant before = Instant.now();
        JsonNode ali = ok("/api/customers/Ali");
        assertThat(ali.get("total").asText())
                .isEqualTo(bench.ask("select total from customer_totals where customer = 'Ali'"));
        assertThat(ali.get("speed_total").asText()).isEqualTo("10.01");
        assertThat(ok("/api/customers/a%2Fb%20%25").get("total").asText()).isEqualTo("-3.00");
        assertThat(ok("/api/customers?search=ZO%C3%89").at("/customers/0/total").asText())
                .isEqualTo("0.50");
        assertThat(ok("/api/customers?sort=total&order=asc&size=1")
                        .at("/customers/0/customer")
                        .asText())
                .isEqualTo("a/b %");
        JsonNode merges = ok("/api/merges");
        assertThat(merges.at("/by_epoch/total").asText())
                .isEqualTo(bench.ask("select sum(total) from customer_totals"));
        assertThat(merges.at("/by_clock/error").asText()).isEqualTo("0.50"); // what came late, by the clock
        assertThat(Instant.parse(merges.get("at").asText())).isBetween(before, Instant.now());
        assertThat(ok("/api/rejected").get("count").asInt()).isEqualTo(3);
        await().untilAsserted(
                        () -> assertThat(ok("/api/proof").get("state").asText()).isEqualTo("agrees"));
    }

    @Test
    void the_history_is_told_apart_from_the_log_and_amounts_have_a_currency() throws Exception {
        JsonNode coverage = ok("/api/coverage");
        assertThat(coverage.at("/history/records").asInt()).isEqualTo(3000);
        assertThat(coverage.at("/history/files").asInt()).isEqualTo(1);
        assertThat(coverage.get("currency").asText()).isEqualTo("EUR");
    }

    @Test
    void places_of_rejected_records_and_duplicates_are_told_in_parts_too() throws Exception {
        JsonNode rejected = ok("/api/rejected").at("/records/0");
        assertThat(rejected.get("where").asText()).isEqualTo("transactions.json, line 490");
        assertThat(rejected.at("/place/file").asText()).isEqualTo("transactions.json");
        assertThat(rejected.at("/place/line").asInt()).isEqualTo(490);
        assertThat(rejected.at("/place/partition").isNull()).isTrue();
        JsonNode duplicate = ok("/api/duplicates").at("/records/0");
        assertThat(duplicate.at("/place/line").asInt()).isEqualTo(2740);
        assertThat(duplicate.at("/counted_place/file").asText()).isEqualTo("transactions.json");
        assertThat(duplicate.get("counted").asText())
                .isEqualTo("transactions.json, line "
                        + duplicate.at("/counted_place/line").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/customers?page=0",
                "/api/customers?page=x",
                "/api/customers?page=99999999999999999999",
                "/api/customers?page=-1",
                "/api/customers?size=201",
                "/api/customers?size=",
                "/api/customers?sort=total%3Bdrop%20table%20hand_off",
                "/api/customers?order=up",
                "/api/customers?search=a&search=b",
                "/api/customers?search=%00",
                "/api/customers?search=%FF",
                "/api/customers?nonsense=1",
                "/api/customers/%00",
                "/api/customers/Nobody",
                "/api/customers/Ali'%20or%20'1'='1",
                "/api/customers/Ali?page=1",
                "/api/top?n=1e3",
                "/api/top?n=0",
                "/api/rejected?limit=1000",
                "/api/coverage?x",
                "/api/kappa?version=v1",
                "/api/comparison?page=0",
                "/api/comparison?size=201",
                "/api/comparison?sort=total",
                "/api/stream?x=1",
                "/api/nothing",
                "/health?x=1",
                "/../../etc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd"
            })
    void what_cannot_be_answered_is_a_problem_with_a_reason(String path) throws Exception {
        isRefused("GET " + path + " HTTP/1.1");
    }

    @Test
    void too_long_a_path_a_name_or_another_method_is_a_problem_too() throws Exception {
        isRefused("GET /api/customers/" + "a".repeat(10_000) + " HTTP/1.1");
        isRefused("GET /api/customers/" + "a".repeat(101) + " HTTP/1.1");
        isRefused("GET /api/customers?search=" + "a".repeat(101) + " HTTP/1.1");
        isRefused("DELETE /api/customers HTTP/1.1");
        isRefused("GET /api/customers/%zz HTTP/1.1");
        assertThat(bench.ask("select count(*) from hand_off")).isEqualTo("1");
    }

    private static void isRefused(String request) throws Exception {
        RawHttp.Answer answer = RawHttp.ask(server, request, "Host: 127.0.0.1");
        assertThat(answer.status()).isBetween(400, 499);
        JsonNode problem = answer.isProblem();
        keeps("Problem", problem);
        assertThat(problem.get("detail").asText()).isNotBlank().doesNotContain("Exception");
    }

    @Test
    void kappa_is_told_version_by_version_and_mixed_rules_are_named() throws Exception {
        JsonNode before = kappa();
        assertThat(before.get("versions")).isEmpty();
        assertThat(before.at("/rules/mixed").asBoolean()).isFalse();
        assertThat(before.at("/rules/batch").asText()).isEqualTo("all");
        assertThat(before.at("/rules/speed")).hasSize(1);

        new HistoryLoad(bench.settings(), sent -> {}).load(HISTORY);
        try (KappaJob job = KappaJob.start(Workbench.SPARK, bench.settings(), "v1", null)) {
            job.awaitCaughtUp();
            await().untilAsserted(() -> isCaughtUp(kappa().at("/versions/0")));
            assertThat(kappa().at("/versions/0/running").asBoolean()).isTrue();
        }
        await().untilAsserted(() ->
                assertThat(kappa().at("/versions/0/running").asBoolean()).isFalse());

        bench.produce("{\"customer\": \"Rules\", \"amount\": 3}", "{\"customer\": \"Rules\", \"amount\": -1}");
        await().untilAsserted(() ->
                assertThat(kappa().at("/versions/0/behind").asInt()).isEqualTo(2));
        try (SpeedLayer speed =
                SpeedLayer.start(Workbench.SPARK, bench.settings(), SpeedTrigger.parse("100"), Rule.NO_REFUNDS)) {
            speed.awaitCaughtUp();
        }
        JsonNode rules = kappa().get("rules");
        assertThat(rules.get("mixed").asBoolean()).isTrue();
        assertThat(rules.get("batch").asText()).isEqualTo("all");
        assertThat(rules.get("latest").asText()).isEqualTo("no-refunds");
        assertThat(rules.get("speed")).hasSize(2);
        assertThat(ok("/api/customers/Rules").get("total").asText()).isEqualTo("3.00");
    }

    private static JsonNode kappa() throws Exception {
        JsonNode answer = ok("/api/kappa");
        keeps("Kappa", answer);
        return answer;
    }

    private static void isCaughtUp(JsonNode version) {
        assertThat(version.get("version").asText()).isEqualTo("v1");
        assertThat(version.get("promoted").asBoolean()).isTrue();
        assertThat(version.get("rule").asText()).isEqualTo("all");
        assertThat(version.get("behind").isNull()).isFalse();
        assertThat(version.get("behind").asLong()).isZero();
        assertThat(version.at("/topics/0/topic").asText()).isEqualTo("transactions.history");
        assertThat(version.at("/topics/1/topic").asText()).isEqualTo("transactions");
        assertThat(version.at("/topics/0/end").asLong()
                        + version.at("/topics/1/end").asLong())
                .isEqualTo(version.get("read").asLong());
    }

    @Test
    void the_comparison_is_paged_and_those_who_differ_come_first() throws Exception {
        COMPARISON.set(LiveComparison.ready(
                Instant.now(),
                "v1",
                List.of(
                        compared("Ali", "100", "100", "100"),
                        compared("Lea", "100.5", "99.5", "100.5"),
                        compared("Sara", "0", "0", "0"),
                        compared("Zoé", "1", null, "3.21")),
                12));
        JsonNode first = ok("/api/comparison?size=3");
        keeps("Comparison", first);
        assertThat(first.findValuesAsText("customer")).containsExactly("Zoé", "Lea", "Ali");
        assertThat(first.get("differing").asInt()).isEqualTo(2);
        assertThat(first.get("unexplained").asInt()).isEqualTo(1);
        assertThat(first.get("count").asInt()).isEqualTo(4);
        assertThat(first.at("/rows/1/kappa_difference").asText()).isEqualTo("-1.00");
        assertThat(first.at("/rows/0/kappa").isNull()).isTrue();
        assertThat(first.at("/rows/0/merged_difference").asText()).isEqualTo("-2.21");
        assertThat(ok("/api/comparison?size=3&page=2").findValuesAsText("customer"))
                .containsExactly("Sara");
        assertThat(ok("/api/comparison?size=3&page=10000000").get("rows")).isEmpty();

        COMPARISON.set(LiveComparison.failed("Kafka does not answer."));
        JsonNode failed = ok("/api/comparison");
        keeps("Comparison", failed);
        assertThat(failed.get("detail").asText()).isEqualTo("Kafka does not answer.");
        COMPARISON.set(LiveComparison.WAITING);
    }

    private static LiveComparison.Row compared(String customer, String merged, String kappa, String recount) {
        BigDecimal right = new BigDecimal(recount);
        BigDecimal lambda = new BigDecimal(merged);
        BigDecimal other = kappa == null ? null : new BigDecimal(kappa);
        return new LiveComparison.Row(
                customer,
                lambda,
                BigDecimal.ZERO,
                lambda,
                other,
                right,
                lambda.subtract(right),
                other == null ? null : other.subtract(right),
                other == null || other.equals(right) ? List.of() : List.of("Kappa: behind by 1 record, -1.00"));
    }

    @Test
    void every_answer_forbids_code_and_content_from_elsewhere() throws Exception {
        for (String path : List.of("/", "/api/top", "/api/nothing", "/dashboard.css")) {
            Map<String, List<String>> headers = get(path).headers().map();
            assertThat(headers.get("content-security-policy").get(0))
                    .startsWith("default-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(headers.get("x-content-type-options")).containsExactly("nosniff");
            assertThat(headers).doesNotContainKey("server");
        }
    }

    @Test
    void the_stream_begins_with_everything_and_goes_on_with_changes() throws Exception {
        try (EventStream stream = new EventStream()) {
            JsonNode first = stream.next("snapshot");
            keeps("Snapshot", first);
            assertThat(first.get("history").isArray()).isTrue();
            assertThat(first.get("changed")).hasSize(first.at("/sum/customers").asInt());
            String before = first.at("/sum/total").asText();
            bench.produce("{\"customer\": \"Stream\", \"amount\": 0.01}");
            try (SpeedLayer speed = SpeedLayer.start(Workbench.SPARK, bench.settings(), SpeedTrigger.parse("100"))) {
                speed.awaitCaughtUp();
                JsonNode change = stream.next("snapshot");
                while (change.get("changed").isEmpty()) {
                    keeps("Snapshot", change);
                    change = stream.next("snapshot");
                }
                assertThat(change.at("/changed/0/customer").asText()).isEqualTo("Stream");
                assertThat(change.get("changed")).hasSize(1);
                JsonNode recounted = change;
                while (!recounted.get("proof_current").asBoolean()) {
                    assertThat(recounted.at("/merges/by_epoch/total")).isEqualTo(recounted.at("/sum/total"));
                    recounted = stream.next("snapshot");
                }
                assertThat(recounted.at("/proof/merged")).isEqualTo(recounted.at("/sum/total"));
                assertThat(recounted.at("/proof/state").asText()).isEqualTo("agrees");
                assertThat(new BigDecimal(change.at("/sum/total").asText()).subtract(new BigDecimal(before)))
                        .isEqualByComparingTo("0.01");
            }
        }
    }

    /** A lock on what only the wrong merges read stands for a million customers: their statement takes too long, no other. */
    @Test
    void wrong_merges_that_take_too_long_do_not_keep_the_totals_from_the_page() throws Exception {
        try (Connection holder = Database.connect(bench.settings(), Role.OWNER);
                EventStream stream = new EventStream()) {
            stream.next("snapshot");
            holder.setAutoCommit(false);
            holder.createStatement().execute("lock table retired_speed_totals in access exclusive mode");
            bench.produce("{\"customer\": \"Slow\", \"amount\": 0.02}");
            try (SpeedLayer speed = SpeedLayer.start(Workbench.SPARK, bench.settings(), SpeedTrigger.parse("100"))) {
                speed.awaitCaughtUp();
            }
            String total = bench.ask("select sum(total) from customer_totals");
            JsonNode event = stream.next("snapshot");
            while (!event.at("/sum/total").asText().equals(total)) {
                event = stream.next("snapshot");
            }
            keeps("Snapshot", event);
            assertThat(event.get("merges").isNull()).isTrue();
        }
    }

    @Test
    void a_database_that_goes_away_is_a_problem_and_comes_back() throws Exception {
        try (EventStream stream = new EventStream()) {
            stream.next("snapshot");
            bench.kill("PostgreSQL");
            JsonNode trouble = stream.next("problem");
            keeps("Trouble", trouble);
            assertThat(trouble.get("code").asText()).isEqualTo("unreachable");
            assertThat(trouble.get("server").asText())
                    .isEqualTo(bench.settings().postgresServer());
            assertThat(get("/health").statusCode()).isEqualTo(503);
            keeps("Problem", JSON.readTree(get("/api/top").body()));
            bench.services().up(Ports.ANY);
            assertThat(stream.next("snapshot").at("/sum/customers").asInt()).isPositive();
            assertThat(get("/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void streams_whose_clients_vanish_leave_nothing_behind() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            Socket socket = new Socket("127.0.0.1", server.port());
            socket.getOutputStream()
                    .write("GET /api/stream HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            sockets.add(socket);
        }
        await().until(() -> server.streams() == 500);
        for (int i = 0; i < 250; i++) {
            sockets.get(i).setSoLinger(true, 0); // resets the connection: no goodbye
            sockets.get(i).close();
        }

        await().until(() -> server.streams() <= 250);
        InputStream alive = sockets.get(499).getInputStream();
        assertThat(alive.read()).isNotNegative();
        await().until(() -> threadsInOurCode() < 10); // 250 streams are open, and none of them holds a thread
        for (int i = 250; i < 500; i++) {
            sockets.get(i).close();
        }
        await().until(() -> server.streams() == 0);
    }

    private static long threadsInOurCode() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack -> Arrays.stream(stack)
                        .anyMatch(frame -> frame.getClassName().startsWith("workshop.serving.http.")))
                .count();
    }

    /** One open stream, read event by event. */
    private static final class EventStream implements AutoCloseable {
        private final InputStream bytes;
        private final BufferedReader lines;

        EventStream() throws Exception {
            this.bytes = CLIENT.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/stream"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream())
                    .body();
            this.lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        }

        /** The data of the next event of this name. */
        JsonNode next(String name) throws Exception {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("event: " + name)) {
                    return JSON.readTree(lines.readLine().substring("data: ".length()));
                }
            }
            throw new IllegalStateException("the stream ended before an event " + name);
        }

        @Override
        public void close() throws Exception {
            bytes.close();
        }
    }
}
