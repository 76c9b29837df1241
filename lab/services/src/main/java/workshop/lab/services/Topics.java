package workshop.lab.services;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/** The topics of the workshop: the transactions, the dead letters, and the history for Kappa. */
public final class Topics {
    /** Of the transactions. A customer's transactions share one, so their order is kept. */
    public static final int PARTITIONS = 4;

    /** Records stay until the topic is deleted: none may leave before it is archived. */
    private static final Map<String, String> FOR_EVER = Map.of("retention.ms", "-1", "retention.bytes", "-1");

    /** A dead letter is a record with headers beside: more than the largest record that the other topic takes. */
    private static final Map<String, String> FOR_DEAD_LETTERS =
            Map.of("retention.ms", "-1", "retention.bytes", "-1", "max.message.bytes", String.valueOf(4 << 20));

    /** A record of a history file may be as long as 16 MiB, which the contract then rejects. */
    private static final Map<String, String> FOR_HISTORY =
            Map.of("retention.ms", "-1", "retention.bytes", "-1", "max.message.bytes", String.valueOf(17 << 20));

    private Topics() {}

    /** Creates what is missing. */
    public static void create(Settings settings) {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.kafka(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                20_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                10_000))) {
            List<NewTopic> topics = List.of(
                    new NewTopic(settings.topic(), PARTITIONS, (short) 1).configs(FOR_EVER),
                    new NewTopic(settings.historyTopic(), PARTITIONS, (short) 1).configs(FOR_HISTORY),
                    new NewTopic(settings.deadLetterTopic(), 1, (short) 1).configs(FOR_DEAD_LETTERS));
            for (KafkaFuture<Void> created : admin.createTopics(topics).values().values()) {
                awaitCreated(created);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating the topics", e);
        }
    }

    private static void awaitCreated(KafkaFuture<Void> created) throws InterruptedException {
        try {
            created.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw WorkshopException.failed(
                        "A topic could not be created.",
                        String.valueOf(e.getCause().getMessage()),
                        "./workshop status",
                        e);
            }
        }
    }
}
