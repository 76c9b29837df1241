package workshop.lab.checks;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import workshop.handoff.Sql;
import workshop.lab.verify.Facts;
import workshop.settings.Settings;

/**
 * The cuts that are declared.
 *
 * @param published the last epoch that is published; 0 if none is
 * @param ends where each epoch ends in each partition (exclusive)
 * @param declared when each cut was declared
 */
record DeclaredCuts(int published, TreeMap<Integer, Map<Integer, Long>> ends, Map<Integer, Instant> declared) {
    private static final String SELECT = Sql.load(DeclaredCuts.class, "select-cuts.sql");

    /** @param epoch null if none is declared; @param partition null if the epoch names none */
    private record CutRow(Integer epoch, long declaredMs, Integer partition, long endOffset) {}

    static DeclaredCuts read(Settings settings) {
        return Facts.atOneInstant(
                settings, facts -> of(facts.handOff().publishedEpoch(), facts.all(SELECT, CutRow.class)));
    }

    private static DeclaredCuts of(int published, List<CutRow> rows) {
        TreeMap<Integer, Map<Integer, Long>> ends = new TreeMap<>();
        Map<Integer, Instant> declared = new HashMap<>();
        for (CutRow row : rows) {
            if (row.epoch() != null) {
                declared.put(row.epoch(), Instant.ofEpochMilli(row.declaredMs()));
                Map<Integer, Long> of = ends.computeIfAbsent(row.epoch(), e -> new HashMap<>());
                if (row.partition() != null) {
                    of.put(row.partition(), row.endOffset());
                }
            }
        }
        return new DeclaredCuts(published, ends, declared);
    }

    /** Where an epoch ends in a partition (exclusive); 0 if the epoch does not name it. */
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
