package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static workshop.lab.RawHttp.ask;
import static workshop.lab.RawHttp.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workshop.lab.RawHttp.Answer;
import workshop.lab.RawHttp.Stream;
import workshop.serving.http.DashboardServer;
import workshop.serving.http.LiveComparison;
import workshop.serving.http.Proof;
import workshop.settings.Runner;
import workshop.settings.Settings;

/** What a web page elsewhere, a client without manners, and a customer with a strange name can do: nothing. */
class HostileRequestsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NAMES = List.of(
            "Ali",
            "=cmd|' /C calc'!A0",
            "a\u009b31mred",
            "b\u202eevil",
            "c\u001b[2Jd",
            "two\nlines",
            "back\\slash",
            "a/b;%");

    private static Workbench bench;
    private static DashboardServer server;

    @BeforeAll
    static void start() throws Exception {
        bench = Workbench.start();
        StringBuilder history = new StringBuilder();
        for (String name : NAMES) {
            history.append(JSON.createObjectNode().put("customer", name).put("amount", "1.25"))
                    .append('\n');
        }
        bench.batch(bench.file("names.json", history.toString()));
        server = serve(bench.settings().with("dashboard.hosts", "page.example,10.0.0.5"), "127.0.0.1");
    }

    private static DashboardServer serve(Settings settings, String address) {
        return DashboardServer.start(
                settings, Runner.COMMAND_LINE, () -> Proof.WAITING, () -> LiveComparison.WAITING, address, 0);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost:80",
                "localhost.",
                "127.0.0.1",
                "127.0.0.1:8080",
                "[::1]",
                "[::1]:8080",
                "[0:0:0:0:0:0:0:1]",
                "page.example",
                "PAGE.example:8080",
                "10.0.0.5"
            })
    void a_request_that_names_this_server_is_answered(String host) throws Exception {
        assertThat(ask(server, "GET /api/top HTTP/1.1", "Host: " + host).status())
                .isEqualTo(200);
        assertThat(ask(server, "GET /api/top HTTP/1.0", "Host: " + host).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "page.example.evil.example",
                "evilpage.example",
                "127.0.0.2",
                "0.0.0.0",
                "192.168.1.20:8080",
                "10.0.0.50",
                "[::2]",
                "2130706433",
                "localhost:80:evil.example",
                "xn--localhost"
            })
    void a_request_that_names_another_host_is_refused_and_told_what_to_set(String host) throws Exception {
        for (String path : List.of("/", "/dashboard.css", "/api/top", "/api/stream", "/health", "/nothing")) {
            Answer answer = ask(server, "GET " + path + " HTTP/1.1", "Host: " + host);
            assertThat(answer.status()).as(path).isIn(421, 400);
            answer.isProblem();
        }
        assertThat(ask(server, "HEAD /api/top HTTP/1.1", "Host: " + host).status())
                .isIn(421, 400);
    }

    @Test
    void the_refusal_says_why_and_which_setting_helps() throws Exception {
        JsonNode problem =
                ask(server, "GET /api/top HTTP/1.1", "Host: Evil.example:8080").isProblem();

        assertThat(problem.get("title").asText()).isEqualTo("The request names another host");
        assertThat(problem.get("detail").asText())
                .isEqualTo(
                        "It names \"Evil.example\"; this server answers to localhost, 127.0.0.1, [::1], its address and the"
                                + " names in the setting dashboard.hosts. If that is a name of this machine, start the page with"
                                + " WORKSHOP_DASHBOARD_HOSTS=Evil.example in the environment.");
        assertThat(problem.get("status").asInt()).isEqualTo(421);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /api/top HTTP/1.1 | X: 1",
                "GET /api/top HTTP/1.0 | X: 1",
                "GET /api/top HTTP/1.1 | Host:",
                "GET /api/top HTTP/1.1 | Host: 127.0.0.1;Host: evil.example",
                "GET /api/top HTTP/1.1 | Host: evil.example;Host: 127.0.0.1",
                "GET /api/top HTTP/1.1 | Host: 127.0.0.1;Host: 127.0.0.1",
                "GET /api/top HTTP/1.0 | Host: 127.0.0.1;Host: 127.0.0.1",
                "GET /api/top HTTP/1.1 | Host: evil@127.0.0.1",
                "GET /api/top HTTP/1.1 | Host: 127.0.0.1/evil",
                "GET http://evil.example/api/top HTTP/1.1 | Host: 127.0.0.1",
                "GET http://evil@127.0.0.1/api/top HTTP/1.1 | Host: 127.0.0.1"
            })
    void no_host_two_hosts_and_half_a_host_are_refused(String request, String head) throws Exception {
        Answer answer = ask(server, request, head.split(";"));

        assertThat(answer.status()).as(answer.text()).isIn(400, 421);
        answer.isProblem();
    }

    @Test
    void a_server_that_listens_on_all_addresses_answers_to_each_address_and_to_no_name() throws Exception {
        try (DashboardServer everywhere = serve(bench.settings(), "0.0.0.0")) {
            for (String host : List.of("192.168.1.20:8080", "172.18.0.5", "[fe80::1]:8080", "localhost", "127.0.0.1")) {
                assertThat(ask(everywhere, "GET /health HTTP/1.1", "Host: " + host)
                                .status())
                        .as(host)
                        .isEqualTo(200);
            }
            for (String host :
                    List.of("evil.example", "workshop", "192.168.1.20.evil.example", "1.2.3", "[::1].evil")) {
                assertThat(ask(everywhere, "GET /health HTTP/1.1", "Host: " + host)
                                .status())
                        .as(host)
                        .isIn(421, 400);
            }
        }
    }

    @Test
    void the_page_of_another_site_may_ask_nothing_and_no_answer_lets_it_read() throws Exception {
        String host = "Host: 127.0.0.1:" + server.port();
        assertThat(ask(server, "GET /api/top HTTP/1.1", host, "Origin: http://127.0.0.1:" + server.port())
                        .status())
                .isEqualTo(200);
        for (String origin : List.of("http://evil.example", "null", "http://127.0.0.1:1", "https://localhost")) {
            for (String path : List.of("/api/top", "/api/stream", "/")) {
                Answer refused = ask(server, "GET " + path + " HTTP/1.1", host, "Origin: " + origin);
                assertThat(refused.status()).isEqualTo(403);
                assertThat(refused.isProblem().get("detail").asText())
                        .isEqualTo("A page of " + origin + " sent it; only the page of this server may ask it.");
                assertThat(refused.head()).noneMatch(line -> line.startsWith("access-control"));
            }
            assertThat(ask(server, "OPTIONS /api/top HTTP/1.1", host, "Access-Control-Request-Method: GET")
                            .head())
                    .noneMatch(line -> line.startsWith("access-control"));
        }
    }

    /** Requests that no client with manners sends; each is refused, none by a failure, and none gets at a file. */
    private static final List<String> HOSTILE = List.of(
            "GET /..%2f..%2fetc/passwd HTTP/1.1",
            "GET /..%2F..%2F..%2F..%2F..%2Fetc%2Fpasswd HTTP/1.1",
            "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1",
            "GET /.%2e/.%2e/etc/passwd HTTP/1.1",
            "GET /%2e%2e%2fhttp%2fopenapi.json HTTP/1.1",
            "GET /..%2fhttp%2fopenapi.json HTTP/1.1",
            "GET /..%2f..%2f..%2fworkshop.defaults.properties HTTP/1.1",
            "GET /workshop.defaults.properties HTTP/1.1",
            "GET /..%2f..%2f..%2fdb%2fmigration%2fV2__views.sql HTTP/1.1",
            "GET /x%2f..%2findex.html HTTP/1.1",
            "GET /index.html%2f..%2fdashboard.css HTTP/1.1",
            "GET /%2findex.html HTTP/1.1",
            "GET /%2Fetc%2Fpasswd HTTP/1.1",
            "GET /dashboard.css%2f HTTP/1.1",
            "GET /%252e%252e%252fetc%252fpasswd HTTP/1.1",
            "GET /..%5c..%5cetc%5cpasswd HTTP/1.1",
            "GET /%5c..%5cindex.html HTTP/1.1",
            "GET /..\\..\\etc\\passwd HTTP/1.1",
            "GET /....//....//etc/passwd HTTP/1.1",
            "GET //etc/passwd HTTP/1.1",
            "GET ///etc/passwd HTTP/1.1",
            "GET /../../etc/passwd HTTP/1.1",
            "GET /x/../../../etc/passwd HTTP/1.1",
            "GET ../../etc/passwd HTTP/1.1",
            "GET /..;/..;/etc/passwd HTTP/1.1",
            "GET /..;x=1/etc/passwd HTTP/1.1",
            "GET /;/dashboard.css HTTP/1.1",
            "GET /%3b/dashboard.css HTTP/1.1",
            "GET /%c0%ae%c0%ae/etc/passwd HTTP/1.1",
            "GET /%c0%af..%c0%afetc/passwd HTTP/1.1",
            "GET /%uff0e%uff0e/etc/passwd HTTP/1.1",
            "GET /%ef%bc%8e%ef%bc%8e/etc/passwd HTTP/1.1",
            "GET /index.html%00.css HTTP/1.1",
            "GET /..%00/etc/passwd HTTP/1.1",
            "GET /%00 HTTP/1.1",
            "GET /%0a HTTP/1.1",
            "GET /%7f HTTP/1.1",
            "GET /%c2%9b31m HTTP/1.1",
            "GET /a%0d%0aSet-Cookie:%20x=1 HTTP/1.1",
            "GET /% HTTP/1.1",
            "GET /%2 HTTP/1.1",
            "GET /%zz HTTP/1.1",
            "GET /file:/etc/passwd HTTP/1.1",
            "GET file:///etc/passwd HTTP/1.1",
            "GET /WEB-INF/web.xml HTTP/1.1",
            "GET /META-INF/MANIFEST.MF HTTP/1.1",
            "GET /dashboard/ HTTP/1.1",
            "GET /api%2fcustomers HTTP/1.1",
            "GET /api%2ftop HTTP/1.1",
            "GET /api/customers%2fAli HTTP/1.1",
            "GET /api/customers/..%2f..%2fopenapi.json HTTP/1.1",
            "GET /api/customers/%2e%2e%2ftop HTTP/1.1",
            "GET /api/customers/..%2ftop/../x HTTP/1.1",
            "GET /api/customers/../..%2fetc%2fpasswd HTTP/1.1",
            "GET /api/customers/x/..%2f..%2ftop HTTP/1.1",
            "GET /api/customers/%00 HTTP/1.1",
            "GET /api/customers/Ali%00 HTTP/1.1",
            "GET /api/customers?customer=%00 HTTP/1.1",
            "GET /api/customers?search=%00 HTTP/1.1",
            "GET /api/customers?search=a%00b HTTP/1.1",
            "GET /api/customers?search=%ff%fe HTTP/1.1",
            "GET /api/customers?page=%00 HTTP/1.1",
            "GET /api/customers?sort=%00 HTTP/1.1",
            "GET /api/customers?%00=1 HTTP/1.1",
            "GET /api/top?n=99999999999999999999 HTTP/1.1",
            "GET /api/stream%2f HTTP/1.1",
            "GET /api/stream/x HTTP/1.1",
            "GET /api/stream?%00 HTTP/1.1",
            "GET /health%2f..%2fapi%2ftop HTTP/1.1",
            "GET /openapi.json%00 HTTP/1.1",
            "POST /api/stream HTTP/1.1",
            "PUT /index.html HTTP/1.1",
            "DELETE /api/customers/Ali HTTP/1.1",
            "TRACE / HTTP/1.1",
            "PROPFIND / HTTP/1.1",
            "get / HTTP/1.1",
            "\u0000\u0001\u0002 / HTTP/1.1");

    @Test
    void hostile_requests_are_refused_and_those_who_behave_notice_nothing() throws Exception {
        assertThat(HOSTILE).hasSizeGreaterThan(60).doesNotHaveDuplicates();
        try (Stream stream = new Stream(server, "127.0.0.1")) {
            stream.awaitSnapshot();
            for (String request : HOSTILE) {
                Answer answer = ask(server, request, "Host: 127.0.0.1");
                assertThat(answer.status()).as(request + "\n" + answer.text()).isBetween(400, 499);
                assertThat(answer.text())
                        .as(request)
                        .doesNotContain(
                                "root:", "openapi\":", "password.", "create view", "<html", "Exception", "at org.");
                assertThat(answer.head()).noneMatch(line -> line.startsWith("set-cookie"));
            }
            assertThat(ask(server, "GET /api/top HTTP/1.1", "Host: 127.0.0.1").status())
                    .isEqualTo(200);
            assertThat(ask(server, "GET / HTTP/1.1", "Host: 127.0.0.1").text()).contains("<html");
            stream.awaitSnapshot();
            assertThat(server.streams()).isEqualTo(1);
        }
        await().until(() -> server.streams() == 0);
    }

    @Test
    void heads_that_are_too_long_or_ambiguous_and_other_versions_of_HTTP_are_refused() throws Exception {
        assertThat(ask(server, "GET / HTTP/1.1", "Host: 127.0.0.1", "X: " + "a".repeat(100_000))
                        .status())
                .isEqualTo(431);
        assertThat(ask(server, "GET / HTTP/1.1", "Host: 127.0.0.1", "Content-Length: 5", "Transfer-Encoding: chunked")
                        .status())
                .isEqualTo(400);
        for (String otherVersion : List.of("GET / HTTP/x", "GET / HTTP/9.9", "GET /")) {
            assertThat(ask(server, otherVersion, "Host: 127.0.0.1").status())
                    .as("HTTP version not supported")
                    .isEqualTo(505);
        }
        assertThat(ask(server, "GET /api/top HTTP/1.1", "Host: 127.0.0.1").status())
                .isEqualTo(200);
    }

    @Test
    void one_address_has_no_more_streams_than_the_setting_says() throws Exception {
        try (DashboardServer small = serve(bench.settings().with("dashboard.streams", "2"), "127.0.0.1");
                Stream first = new Stream(small, "127.0.0.1")) {
            try (Stream second = new Stream(small, "127.0.0.1")) {
                first.awaitSnapshot();
                second.awaitSnapshot();
                Answer refused = ask(small, "GET /api/stream HTTP/1.1", "Host: 127.0.0.1");
                assertThat(refused.status()).isEqualTo(429);
                assertThat(refused.head()).contains("retry-after: 10");
                assertThat(refused.isProblem().get("detail").asText())
                        .isEqualTo(
                                "Your address has 2 already; close some pages. If many people share it, start the page with"
                                        + " a larger WORKSHOP_DASHBOARD_STREAMS in the environment.");
                assertThat(ask(small, "HEAD /api/stream HTTP/1.1", "Host: 127.0.0.1")
                                .status())
                        .as("what the page asks to say why")
                        .isEqualTo(429);
            }
            await().until(() -> small.streams() == 1);
            try (Stream again = new Stream(small, "127.0.0.1")) {
                again.awaitSnapshot();
            }
        }
    }

    /** Elsewhere a machine has one loopback address only. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void who_has_all_streams_of_an_address_keeps_no_other_address_out() throws Exception {
        try (DashboardServer small = serve(bench.settings().with("dashboard.streams", "1"), "127.0.0.1");
                Stream first = new Stream(small, "127.0.0.1");
                Stream neighbour = new Stream(small, "127.0.0.2")) {
            first.awaitSnapshot();
            neighbour.awaitSnapshot();
            assertThat(small.streams()).isEqualTo(2);
        }
    }

    @Test
    void a_thousand_streams_are_all_and_the_next_is_asked_to_come_back() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try (DashboardServer full = serve(bench.settings().with("dashboard.streams", "1000"), "127.0.0.1")) {
            for (int i = 0; i < 1000; i++) {
                Socket socket = new Socket("127.0.0.1", full.port());
                sockets.add(socket);
                send(socket, "GET /api/stream HTTP/1.1", "Host: 127.0.0.1");
            }
            await().until(() -> full.streams() == 1000);
            Answer refused = ask(full, "GET /api/stream HTTP/1.1", "Host: 127.0.0.1");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.head()).contains("retry-after: 10");
            assertThat(refused.isProblem().get("detail").asText())
                    .isEqualTo("There are 1000 already; close some pages.");
            assertThat(ask(full, "GET /api/top HTTP/1.1", "Host: 127.0.0.1").status())
                    .isEqualTo(200);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void names_that_hold_slashes_are_found_and_no_answer_holds_what_a_terminal_would_obey() throws Exception {
        assertThat(ask(server, "GET /api/customers/back%5Cslash HTTP/1.1", "Host: 127.0.0.1")
                        .status())
                .isEqualTo(200);
        assertThat(ask(server, "GET /api/customers/a%2Fb%3B%25 HTTP/1.1", "Host: 127.0.0.1")
                        .status())
                .isEqualTo(200);
        Answer all = ask(server, "GET /api/customers HTTP/1.1", "Host: 127.0.0.1");
        assertThat(all.text()).contains("a\\u009b31mred", "b\\u202eevil", "two\\nlines");
        assertThat(all.text().chars().filter(HostileRequestsIT::isObeyed)).isEmpty();
        assertThat(ask(server, "GET /api/customers/no%C2%9B31m HTTP/1.1", "Host: 127.0.0.1")
                        .text())
                .contains("no\\u009b31m");
    }

    @Test
    void commands_show_such_names_and_a_spreadsheet_runs_none_of_them() throws Exception {
        String table = bench.cli("query").out();
        assertThat(table).contains(" a\\u009b31mred ", " b\\u202eevil ", " c\\u001b[2Jd ", " two\\u000alines ");
        String json = bench.cli("query", "--format", "json").out();
        assertThat(json).contains("a\\u009b31mred", "b\\u202eevil");
        assertThat(JSON.readTree(json).findValuesAsText("customer")).containsExactlyInAnyOrderElementsOf(NAMES);
        Workbench.Outcome unknown = bench.cli("query", "--customer", "no\u009b31m\u202e");
        assertThat(unknown.err()).startsWith("error: No customer \"no\\u009b31m\\u202e\" is in customer_totals.\n");
        for (String shown : List.of(
                table, json, unknown.err(), bench.cli("contract", file()).out())) {
            assertThat(shown.chars().filter(HostileRequestsIT::isObeyed)).isEmpty();
        }
        assertThat(bench.cli("query", "--format", "csv").out())
                .contains("\n'=cmd|' /C calc'!A0,1.25,", "\na\u009b31mred,", "\n\"two\nlines\",");
    }

    private static String file() throws IOException {
        return bench.file("bad.json", "{\"customer\": \"\\u009b\\u202e\", \"amount\": \"1\u009b2\"}\n");
    }

    private static boolean isObeyed(int character) {
        return character != '\n'
                && character != '\r'
                && (Character.isISOControl(character) || Character.getType(character) == Character.FORMAT);
    }
}
