package workshop.handoff;

import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Consumers that belong to no group and commit nothing: for whoever reads the log at offsets of its own. */
public final class PlainConsumer {
    /**
     * How long a broker may wait for records beyond the end of a partition. Whoever reads up to an end asks for more in advance,
     * and that question must not hold up the next one: of another partition, or for the end itself.
     */
    public static final int WAIT_AT_AN_END_MS = 20;

    /**
     * The isolation level of whoever reads the log: records of an aborted transaction are no money, and those of an open
     * one are none yet.
     */
    public static final String COMMITTED = "read_committed";

    private PlainConsumer() {}

    /**
     * A consumer that reads what is committed, and fails where an offset is not in the log.
     *
     * @param records that one poll gives at most
     */
    public static Consumer<byte[], byte[]> of(String servers, int records) {
        Map<String, Object> properties = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                COMMITTED,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                WAIT_AT_AN_END_MS,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                records);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
