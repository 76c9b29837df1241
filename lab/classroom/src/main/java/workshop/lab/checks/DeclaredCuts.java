package workshop.lab.checks;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import workshop.lab.text.Rows;

/**
 * The cuts that are declared.
 *
 * @param published the last epoch that is published; 0 if none is
 * @param ends where each epoch ends in each partition (exclusive)
 * @param declared when each cut was declared
 */
record DeclaredCuts(int published, TreeMap<Integer, Map<Integer, Long>> ends, Map<Integer, Instant> declared) {
    /** @param rows epoch, declared_at in milliseconds, partition, end_offset, published_epoch */
    static DeclaredCuts of(Rows rows) {
        TreeMap<Integer, Map<Integer, Long>> ends = new TreeMap<>();
        Map<Integer, Instant> declared = new HashMap<>();
        int published = 0;
        for (List<Object> row : rows.rows()) {
            published = (Integer) row.get(4);
            if (row.get(0) instanceof Integer epoch) {
                declared.put(epoch, Instant.ofEpochMilli(((Number) row.get(1)).longValue()));
                Map<Integer, Long> of = ends.computeIfAbsent(epoch, e -> new HashMap<>());
                if (row.get(2) instanceof Integer partition) {
                    of.put(partition, (Long) row.get(3));
                }
            }
        }
        return new DeclaredCuts(published, ends, declared);
    }

    /** Where an epoch ends in a partition (exclusive); 0 where it does not name it. */
    long end(int epoch, int partition) {
        return ends.getOrDefault(epoch, Map.of()).getOrDefault(partition, 0L);
    }

    /** Whether the record belongs to this epoch or to one before. */
    boolean covers(int epoch, TopicRecord record) {
        return record.offset() < end(epoch, record.partition());
    }

    /** The epoch that a record belongs to; one more than the last cut if no cut covers it yet. */
    int epochOf(TopicRecord record) {
        for (int epoch : ends.keySet()) {
            if (covers(epoch, record)) {
                return epoch;
            }
        }
        return ends.isEmpty() ? 1 : ends.lastKey() + 1;
    }
}
