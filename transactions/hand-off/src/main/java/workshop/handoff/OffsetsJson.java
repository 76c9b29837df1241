package workshop.handoff;

import java.util.Map;
import java.util.stream.Collectors;

/** Offsets and partitions as Spark's Kafka source wants to be told them: JSON by topic and partition. */
public final class OffsetsJson {
    private OffsetsJson() {}

    /** {@code {"transactions":{"0":17,"1":4}}}, for startingOffsets (inclusive) and endingOffsets (exclusive). */
    public static String offsets(String topic, Map<Integer, Long> byPartition) {
        return byPartition.entrySet().stream()
                .map(partition -> "\"" + partition.getKey() + "\":" + partition.getValue())
                .collect(Collectors.joining(",", "{\"" + topic + "\":{", "}}"));
    }

    /** {@code {"transactions":[0,1]}}, for assign. */
    public static String partitions(String topic, Iterable<Integer> partitions) {
        StringBuilder json = new StringBuilder("{\"" + topic + "\":[");
        String separator = "";
        for (int partition : partitions) {
            json.append(separator).append(partition);
            separator = ",";
        }
        return json.append("]}").toString();
    }
}
