package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import workshop.serving.http.DashboardServer;

/** Requests of HTTP as they are written, which no client library would let pass. */
final class RawHttp {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int READ_TIMEOUT_MS = 60_000;

    private RawHttp() {}

    /**
     * What came back.
     *
     * @param head its lines in small letters, without the first
     * @param text of head and body
     */
    record Answer(int status, List<String> head, String text) {
        static Answer of(List<String> lines) {
            int end = lines.contains("") ? lines.indexOf("") : lines.size();
            return new Answer(
                    Integer.parseInt(lines.get(0).split(" ")[1]),
                    lines.subList(1, end).stream()
                            .map(line -> line.toLowerCase(Locale.ROOT))
                            .toList(),
                    String.join("\n", lines));
        }

        JsonNode isProblem() throws IOException {
            assertThat(head).as(text).contains("content-type: application/problem+json");
            assertThat(head).anyMatch(line -> line.startsWith("content-security-policy: "));
            JsonNode problem = JSON.readTree(text.substring(text.lastIndexOf('\n') + 1));
            assertThat(problem.get("status").asInt()).isEqualTo(status);
            return problem;
        }
    }

    /** Sends a request, and does not wait. A line of the head is {@code name: value}. */
    static void send(Socket socket, String request, String... head) throws IOException {
        socket.setSoTimeout(READ_TIMEOUT_MS);
        String text = request + "\r\n" + String.join("\r\n", head) + "\r\n";
        socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** Sends a request that asks to close the connection, and reads all of the answer. */
    static Answer ask(DashboardServer asked, String request, String... head) throws IOException {
        List<String> all = new ArrayList<>(List.of(head));
        all.add("Connection: close");
        try (Socket socket = new Socket("127.0.0.1", asked.port())) {
            send(socket, request, all.toArray(String[]::new));
            return Answer.of(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        }
    }

    /** An open stream of a client with this address. */
    static final class Stream implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader lines;

        Stream(DashboardServer asked, String address) throws IOException {
            socket = new Socket("127.0.0.1", asked.port(), InetAddress.getByName(address), 0);
            send(socket, "GET /api/stream HTTP/1.1", "Host: 127.0.0.1");
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        void awaitSnapshot() throws IOException {
            String line = lines.readLine();
            while (!"event: snapshot".equals(line)) {
                assertThat(line).as("the stream goes on").isNotNull().doesNotContain("HTTP/1.1 4", "HTTP/1.1 5");
                line = lines.readLine();
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
