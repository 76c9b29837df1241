package workshop.handoff;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/** What Kafka says of the topic of the transactions: its id, its partitions, where each begins and ends. */
public final class TopicLog implements AutoCloseable {
    private static final int TIMEOUT_MS = 10_000;

    private final Admin admin;
    private final String servers;
    private final String topic;

    public TopicLog(Settings settings) {
        this(settings.kafka(), settings.topic());
    }

    public TopicLog(String servers, String topic) {
        Properties properties = new Properties();
        properties.setProperty(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        properties.setProperty(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, String.valueOf(TIMEOUT_MS));
        properties.setProperty(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, String.valueOf(TIMEOUT_MS / 2));
        this.admin = Admin.create(properties);
        this.servers = servers;
        this.topic = topic;
    }

    public String topic() {
        return topic;
    }

    /** Kafka's id of the topic. A topic that is deleted and created again has another. */
    public String topicId() {
        return describe().topicId().toString();
    }

    /** The first offset that is still in the log, by partition (inclusive). */
    public Map<Integer, Long> beginningOffsets() {
        return offsets(OffsetSpec.earliest());
    }

    /** The offset that the next record will have, by partition: the end of the log (exclusive). */
    public Map<Integer, Long> endOffsets() {
        return offsets(OffsetSpec.latest());
    }

    private Map<Integer, Long> offsets(OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> wanted = describe().partitions().stream()
                .map(TopicPartitionInfo::partition)
                .collect(Collectors.toMap(partition -> new TopicPartition(topic, partition), partition -> spec));
        try {
            Map<Integer, Long> offsets = new TreeMap<>();
            admin.listOffsets(wanted)
                    .all()
                    .get()
                    .forEach((partition, info) -> offsets.put(partition.partition(), info.offset()));
            return offsets;
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private TopicDescription describe() {
        try {
            return admin.describeTopics(java.util.List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic);
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private WorkshopException failure(ExecutionException e) {
        if (e.getCause() instanceof UnknownTopicOrPartitionException) {
            return WorkshopException.failed(
                    "The topic " + topic + " is not there.",
                    "Kafka answers at " + servers + ", but nobody created the topic, or it was deleted.",
                    "./workshop up",
                    e);
        }
        return WorkshopException.failed(
                "Kafka does not answer at " + servers + ".",
                "It is not running, or it was started with another address: "
                        + e.getCause().getMessage(),
                "./workshop status, then ./workshop up",
                e);
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while asking Kafka", e);
    }

    @Override
    public void close() {
        admin.close();
    }
}
