package workshop.lab.verify;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import workshop.transactions.Rule;

/** By which rule each layer counts what it answers for: the batch layer all of it, the speed layer from offset to offset. */
final class CountingRules {
    private final Map<Integer, NavigableMap<Long, Rule>> speed = new TreeMap<>();
    private Rule batch;

    void batch(Rule rule) {
        batch = rule;
    }

    /** @param from the offset from which the rule holds (inclusive) */
    void speed(int partition, long from, Rule rule) {
        speed.computeIfAbsent(partition, p -> new TreeMap<>()).put(from, rule);
    }

    /** Of the last publication; if there is none, that everything counts. */
    Rule batch() {
        return batch == null ? Rule.ALL : batch;
    }

    /** Of a record that the speed layer has counted. */
    Rule speed(int partition, long offset) {
        Map.Entry<Long, Rule> rule =
                speed.getOrDefault(partition, new TreeMap<>()).floorEntry(offset);
        return rule == null ? Rule.ALL : rule.getValue();
    }

    /** Every rule that stands behind the merged totals: more than one, and they mix two answers. */
    Set<Rule> all() {
        Set<Rule> rules = new LinkedHashSet<>();
        if (batch != null) {
            rules.add(batch);
        }
        speed.values().forEach(partition -> rules.addAll(partition.values()));
        return rules;
    }
}
