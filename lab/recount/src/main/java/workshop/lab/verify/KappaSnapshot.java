package workshop.lab.verify;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import workshop.handoff.Sql;
import workshop.transactions.Rule;
import workshop.transactions.Total;

/**
 * What a version of Kappa says at one instant.
 *
 * @param version null if there is none
 * @param historyTopicId of the topic whose records it has counted; so is {@code topicId}
 * @param forgotten how many ids have left its state
 * @param next the first offset that is not counted (exclusive), by topic and partition
 * @param unchecked the offsets of what it counted although too old to know, by topic and partition
 * @param history the files that are in the log
 * @param totals by customer
 */
record KappaSnapshot(
        String version,
        Rule rule,
        String historyTopicId,
        String topicId,
        long forgotten,
        Map<String, Map<Integer, Long>> next,
        Map<String, Map<Integer, Set<Long>>> unchecked,
        List<HistoryEntry> history,
        Map<String, Total> totals) {

    private static final String PROMOTED = Sql.load(KappaSnapshot.class, "select-promoted.sql");
    private static final String VERSION = Sql.load(KappaSnapshot.class, "select-kappa-version.sql");
    private static final String PROGRESS = Sql.load(KappaSnapshot.class, "select-kappa-progress.sql");
    private static final String UNCHECKED = Sql.load(KappaSnapshot.class, "select-kappa-unchecked.sql");
    private static final String HISTORY = Sql.load(KappaSnapshot.class, "select-kappa-history.sql");
    private static final String TOTALS = Sql.load(KappaSnapshot.class, "select-kappa-totals.sql");

    static final KappaSnapshot NONE =
            new KappaSnapshot(null, Rule.ALL, null, null, 0, Map.of(), Map.of(), List.of(), Map.of());

    private record PromotedRow(String version) {}

    private record VersionRow(String rule, String historyTopicId, String topicId, long forgotten) {}

    private record ProgressRow(String topic, int partition, long nextOffset) {}

    private record UncheckedRow(String topic, int partition, long logOffset) {}

    private record TotalRow(
            String customer, BigDecimal total, long transactions, BigDecimal leftOut, long leftOutTransactions) {}

    /** The version that answers; empty if none does. */
    static Optional<String> promoted(Facts facts) {
        return facts.all(PROMOTED, PromotedRow.class).stream().findFirst().map(PromotedRow::version);
    }

    /** The version of this name; of null, the one that answers. {@link #NONE} if it is not there. */
    static KappaSnapshot read(Facts facts, String name) {
        return Optional.ofNullable(name)
                .or(() -> promoted(facts))
                .flatMap(version -> facts.all(VERSION, VersionRow.class, version).stream()
                        .findFirst()
                        .map(found -> read(facts, version, found)))
                .orElse(NONE);
    }

    private static KappaSnapshot read(Facts facts, String version, VersionRow found) {
        Map<String, Map<Integer, Long>> next = new HashMap<>();
        facts.each(
                PROGRESS,
                ProgressRow.class,
                row -> next.computeIfAbsent(row.topic(), t -> new TreeMap<>()).put(row.partition(), row.nextOffset()),
                version);
        Map<String, Map<Integer, Set<Long>>> unchecked = new HashMap<>();
        facts.each(
                UNCHECKED,
                UncheckedRow.class,
                row -> unchecked
                        .computeIfAbsent(row.topic(), t -> new HashMap<>())
                        .computeIfAbsent(row.partition(), p -> new HashSet<>())
                        .add(row.logOffset()),
                version);
        Map<String, Total> totals = new TreeMap<>();
        facts.each(
                TOTALS,
                TotalRow.class,
                row -> totals.put(
                        row.customer(),
                        new Total(row.total(), row.transactions(), row.leftOut(), row.leftOutTransactions())),
                version);
        return new KappaSnapshot(
                version,
                Rule.labelled(found.rule()),
                found.historyTopicId(),
                found.topicId(),
                found.forgotten(),
                next,
                unchecked,
                facts.all(HISTORY, HistoryRow.class).stream()
                        .map(HistoryRow::entry)
                        .toList(),
                totals);
    }

    boolean isThere() {
        return version != null;
    }

    /** Where the version goes on in a partition (exclusive). */
    long next(String topic, int partition) {
        return next.getOrDefault(topic, Map.of()).getOrDefault(partition, 0L);
    }

    boolean isUnchecked(String topic, int partition, long offset) {
        return unchecked
                .getOrDefault(topic, Map.of())
                .getOrDefault(partition, Set.of())
                .contains(offset);
    }
}
