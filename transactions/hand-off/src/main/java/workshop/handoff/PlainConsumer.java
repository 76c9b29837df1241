package workshop.handoff;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Consumers that belong to no group and commit nothing: for whoever reads the log at offsets of its own. */
public final class PlainConsumer {
    /**
     * How long a broker may wait for records beyond the end of a partition. A reader that comes to an end has already
     * sent its next request. That request must not delay the one behind it, for another partition or for the end itself.
     */
    public static final int WAIT_AT_AN_END_MS = 20;

    /**
     * The isolation level of whoever reads the log: records of an aborted transaction are no money, and those of an open
     * one are none yet.
     */
    public static final String COMMITTED = "read_committed";

    private PlainConsumer() {}

    /** A consumer that reads what is committed, and fails if an offset is not in the log. */
    public static Consumer<byte[], byte[]> of(String servers) {
        return of(
                servers,
                Map.of(
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        10_000,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        WAIT_AT_AN_END_MS));
    }

    /** The same, for a few records that are there: it fetches little, and waits at no end. */
    public static Consumer<byte[], byte[]> ofFew(String servers) {
        return of(
                servers,
                Map.of(
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        100,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        64 << 10,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        1));
    }

    private static Consumer<byte[], byte[]> of(String servers, Map<String, Object> fetching) {
        Map<String, Object> properties = new HashMap<>(fetching);
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, COMMITTED);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
