package workshop.handoff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import workshop.settings.Advice;
import workshop.settings.Command;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/** What Kafka says of the topic of the transactions: its id, its partitions, where each begins and ends. */
public final class TopicLog implements AutoCloseable {
    private static final int TIMEOUT_MS = 10_000;

    private final Admin admin;
    private final String servers;
    private final String topic;
    private final Map<Integer, Ends> known = new HashMap<>();
    private @Nullable CommittedRecords records;

    /**
     * The ends of a partition, both exclusive.
     *
     * @param stable the last stable offset
     * @param behindLast the offset behind the last committed record
     */
    private record Ends(long stable, long behindLast) {}

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

    /** How many partitions the topic has. */
    public int partitions() {
        return describe().partitions().size();
    }

    /**
     * Requires that Kafka keeps each record as it came. A compacted topic keeps the last record of each key only: of a
     * customer's transactions, one.
     */
    public void requireNotCompacted() {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try {
            String policy = admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get(TopicConfig.CLEANUP_POLICY_CONFIG)
                    .value();
            if (policy.contains(TopicConfig.CLEANUP_POLICY_COMPACT)) {
                throw WorkshopException.failed(
                        "The topic " + topic + " is compacted (cleanup.policy=" + policy + ").",
                        "Kafka then keeps the last record of each key only, here of each customer: all others are lost, and"
                                + " no total can be right.",
                        Advice.of(
                                "make a topic that keeps all (cleanup.policy=delete, retention.ms=-1) and send its"
                                        + " records again; then ",
                                Advice.BEGIN_ANEW));
            }
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** The first offset that is still in the log, by partition (inclusive). */
    public Map<Integer, Long> beginningOffsets() {
        return offsets(OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED);
    }

    /**
     * Where the log ends that may be read, by partition (exclusive): its last stable offset. Before it, every transaction
     * has been committed or aborted.
     */
    public Map<Integer, Long> endOffsets() {
        return offsets(OffsetSpec.latest(), IsolationLevel.READ_COMMITTED);
    }

    /**
     * The offset behind the last committed record, by partition (exclusive). A marker, or records of an aborted
     * transaction, may lie between it and the end of the log: who has counted up to here has counted all.
     */
    public synchronized Map<Integer, Long> recordEnds() {
        Map<Integer, Long> ends = endOffsets();
        Map<Integer, Long> beginnings = beginningOffsets();
        ends.forEach((partition, end) -> known.put(partition, ends(partition, beginnings.get(partition), end)));
        Map<Integer, Long> behindRecords = new TreeMap<>();
        ends.keySet()
                .forEach(partition ->
                        behindRecords.put(partition, known.get(partition).behindLast()));
        return behindRecords;
    }

    /** Only what is new since the last time is looked at. */
    private Ends ends(int partition, long beginning, long end) {
        Ends before = known.getOrDefault(partition, new Ends(beginning, beginning));
        if (before.stable() == end && before.behindLast() >= beginning) {
            return before;
        }
        if (records == null) {
            records = fewRecords();
        }
        long from = Math.max(beginning, Math.min(before.behindLast(), end));
        return new Ends(end, records.endOfLast(partition, from, end));
    }

    /** A reader of the topic, for a few records. */
    CommittedRecords fewRecords() {
        return CommittedRecords.few(servers, topic);
    }

    /** How many offsets lie behind the beginning of a transaction that is still open: nobody may count them yet. */
    public long heldByOpenTransactions() {
        Map<Integer, Long> stable = endOffsets();
        return offsets(OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED).entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - stable.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    private Map<Integer, Long> offsets(OffsetSpec spec, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> wanted = describe().partitions().stream()
                .map(TopicPartitionInfo::partition)
                .collect(Collectors.toMap(partition -> new TopicPartition(topic, partition), partition -> spec));
        try {
            Map<Integer, Long> offsets = new TreeMap<>();
            admin.listOffsets(wanted, new ListOffsetsOptions(isolation))
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
            return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
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
                    Command.UP,
                    e);
        }
        return WorkshopException.failed(
                "Kafka does not answer at " + servers + ".",
                "It is not running, or it was started with another address: "
                        + e.getCause().getMessage(),
                Advice.of(Command.STATUS, ", then ", Command.UP),
                e);
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while asking Kafka", e);
    }

    @Override
    public synchronized void close() {
        admin.close();
        if (records != null) {
            records.close();
        }
    }
}
