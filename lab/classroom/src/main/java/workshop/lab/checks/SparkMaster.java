package workshop.lab.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.StreamSupport;

/**
 * What the master of a Spark cluster says of it.
 *
 * @param aliveWorkers that can take work now
 * @param finished how many applications have ended well
 */
record SparkMaster(int aliveWorkers, int finished) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Asks the master's page. */
    static SparkMaster ask(String page) throws IOException {
        URI address = URI.create("http://" + page + "/json/");
        try {
            HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(address + " answers with the status " + response.statusCode());
            }
            return read(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    static SparkMaster read(String json) throws IOException {
        JsonNode root = new JsonMapper().readTree(json);
        return new SparkMaster(count(root.path("workers"), "ALIVE"), count(root.path("completedapps"), "FINISHED"));
    }

    private static int count(JsonNode all, String state) {
        return (int) StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.path("state").asText().equals(state))
                .count();
    }
}
