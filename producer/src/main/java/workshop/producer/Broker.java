package workshop.producer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import workshop.settings.Command;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/** Asks whether Kafka and the topic are there, before anything is sent. */
final class Broker {
    private static final int CONNECT_MILLIS = 3_000;
    private static final int ANSWER_MILLIS = 6_000;
    private static final String SILENCE = "Something listens there, but it did not answer as Kafka does within "
            + ANSWER_MILLIS / 1_000 + " seconds.";

    private Broker() {}

    /**
     * @return the number of the topic's partitions
     * @throws WorkshopException if Kafka does not answer within seconds, or has no such topic
     */
    static int partitions(Settings settings) {
        requireListener(settings.kafka());
        String topic = settings.topic();
        Map<String, Object> properties = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.kafka(),
                AdminClientConfig.CLIENT_ID_CONFIG,
                "producer-check",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                ANSWER_MILLIS / 2,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ANSWER_MILLIS);
        Admin admin = Admin.create(properties);
        try {
            return admin.describeTopics(List.of(topic))
                    .topicNameValues()
                    .get(topic)
                    .get(ANSWER_MILLIS, TimeUnit.MILLISECONDS)
                    .partitions()
                    .size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw noTopic(topic, e);
            }
            if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
                throw noAnswer(settings.kafka(), SILENCE, e);
            }
            throw noAnswer(settings.kafka(), e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw noAnswer(settings.kafka(), SILENCE, e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    /** Kafka's own client would wait and warn, again and again, if nothing listens at all. */
    private static void requireListener(String servers) {
        Exception refused = null;
        for (String server : servers.split(",")) {
            int colon = server.lastIndexOf(':');
            String host = server.substring(0, colon);
            try (Socket socket = new Socket()) {
                int port = Integer.parseInt(server.substring(colon + 1));
                socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
                return;
            } catch (IOException | IllegalArgumentException e) { // the latter: no such port
                refused = e;
            }
        }
        String why = refused instanceof UnknownHostException ? "no host has this name" : refused.getMessage();
        throw noAnswer(servers, "Nothing listens there: " + why + ".", refused);
    }

    private static WorkshopException noAnswer(String servers, String why, Throwable cause) {
        return WorkshopException.failed("Kafka does not answer at " + servers + ".", why, Command.UP, cause);
    }

    private static WorkshopException noTopic(String topic, Throwable cause) {
        return WorkshopException.failed(
                "The topic " + topic + " is not there.",
                "Topics are not made by sending to them: a typing mistake would become a topic.",
                Command.UP,
                cause);
    }
}
