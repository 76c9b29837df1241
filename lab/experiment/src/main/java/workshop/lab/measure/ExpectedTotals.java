package workshop.lab.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import workshop.transactions.Contract;
import workshop.transactions.Rule;
import workshop.transactions.Total;
import workshop.transactions.Transaction;
import workshop.transactions.Verdict.Accepted;

/**
 * What is right, added up by the experiment from what it has written and sent itself; each transaction once. No layer and
 * no table takes part in it.
 */
final class ExpectedTotals {
    private record Event(long offset, Transaction transaction) {}

    private final Set<String> ids = new HashSet<>();
    private final Map<Rule, Total> history = new HashMap<>();
    private final Map<Integer, List<Event>> log = new TreeMap<>();
    private final Map<Integer, Long> ends = new TreeMap<>();

    /** A record of the history file. */
    synchronized void addHistory(byte[] record) {
        Transaction transaction = transaction(record);
        if (isNew(transaction)) {
            for (Rule rule : Rule.values()) {
                history.merge(rule, Total.of(transaction, rule), Total::plus);
            }
        }
    }

    /** A record that Kafka has acknowledged; of a partition in the order of offsets. */
    synchronized void addSent(int partition, long offset, byte[] record) {
        ends.put(partition, offset + 1);
        Transaction transaction = transaction(record);
        if (isNew(transaction)) {
            log.computeIfAbsent(partition, p -> new ArrayList<>()).add(new Event(offset, transaction));
        }
    }

    private boolean isNew(Transaction transaction) {
        return transaction.id().map(ids::add).orElse(true);
    }

    private static Transaction transaction(byte[] record) {
        return ((Accepted) Contract.check(record)).transaction();
    }

    /** The total of the history and of what is before these offsets in the log, by a rule. */
    synchronized Total upTo(Map<Integer, Long> coveredTo, Rule rule) {
        Total total = history.getOrDefault(rule, Total.ZERO);
        for (Map.Entry<Integer, List<Event>> partition : log.entrySet()) {
            long end = coveredTo.getOrDefault(partition.getKey(), 0L);
            for (Event event : partition.getValue()) {
                if (event.offset() >= end) {
                    break;
                }
                total = total.plus(Total.of(event.transaction(), rule));
            }
        }
        return total;
    }

    /** The total of a customer who is in the log only, of all that was sent. */
    synchronized Total of(String customer, Rule rule) {
        return log.values().stream()
                .flatMap(List::stream)
                .filter(event -> event.transaction().customer().equals(customer))
                .map(event -> Total.of(event.transaction(), rule))
                .reduce(Total.ZERO, Total::plus);
    }

    /** Where the log ends now, as far as it was acknowledged (exclusive). */
    synchronized Map<Integer, Long> ends() {
        return Map.copyOf(ends);
    }

    static boolean covers(Map<Integer, Long> coveredTo, Map<Integer, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> coveredTo.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }
}
