package workshop.lab.classroom;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import workshop.transactions.Total;

/**
 * What a student's serving layer says at a stage when nothing went wrong.
 *
 * @param totals the merged totals by customer, in currency units
 * @param read all lines so far; accepted, duplicates and rejected add up to it
 * @param duplicates those that are out of the totals
 */
public record ExpectedResult(Map<String, Total> totals, long read, long accepted, long duplicates, long rejected) {
    public ExpectedResult {
        totals = Collections.unmodifiableMap(new TreeMap<>(totals));
    }

    /** All customers together. */
    public Total sum() {
        return totals.values().stream().reduce(Total.ZERO, Total::plus);
    }
}
