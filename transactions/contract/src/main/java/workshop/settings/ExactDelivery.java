package workshop.settings;

import java.util.HashMap;
import java.util.Map;

/**
 * How every producer sends to Kafka: each record once and in order, and kept by all replicas before it counts as sent. The
 * names of the properties are Kafka's, as text: nothing here needs Kafka's client.
 */
public final class ExactDelivery {
    private static final Map<String, Object> EXACT =
            Map.of("acks", "all", "enable.idempotence", true, "compression.type", "lz4");

    private ExactDelivery() {}

    /**
     * The properties of a producer.
     *
     * @param own what this producer has beside, as its waits and its buffers
     * @throws IllegalArgumentException if {@code own} sets a property that must be the same for every producer
     */
    public static Map<String, Object> properties(Settings settings, Map<String, Object> own) {
        Map<String, Object> properties = new HashMap<>(EXACT);
        properties.put("bootstrap.servers", settings.kafka());
        own.forEach((name, value) -> {
            if (properties.putIfAbsent(name, value) != null) {
                throw new IllegalArgumentException(name + " is the same for every producer");
            }
        });
        return properties;
    }
}
