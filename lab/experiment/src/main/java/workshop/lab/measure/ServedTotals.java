package workshop.lab.measure;

import java.util.Map;
import java.util.Set;
import workshop.transactions.Total;

/**
 * What the serving layer says at one instant.
 *
 * @param coveredTo the first offset that is not in it, by partition of the stream (exclusive)
 * @param total of all customers
 * @param rules labels of the rules that stand behind it
 */
record ServedTotals(Map<Integer, Long> coveredTo, Total total, Set<String> rules) {}
