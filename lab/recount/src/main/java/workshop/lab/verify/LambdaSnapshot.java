package workshop.lab.verify;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import workshop.handoff.HandOff;
import workshop.handoff.Sql;
import workshop.settings.Settings;
import workshop.transactions.Rule;
import workshop.transactions.Total;

/**
 * What the serving layer says at one instant, read by the role reader in one transaction.
 *
 * @param publishedEpoch 0 if no batch has published yet
 * @param batchTo the published cut, by partition (exclusive)
 * @param speedTo the speed layer's offset, by partition (exclusive)
 * @param history the files that the published totals were computed from
 * @param rules by which each layer counts
 * @param totals the merged view, by customer
 */
record LambdaSnapshot(
        int publishedEpoch,
        String topicId,
        Map<Integer, Long> batchTo,
        Map<Integer, Long> speedTo,
        List<HistoryEntry> history,
        CountingRules rules,
        Map<String, Merged> totals) {

    private static final String COVERAGE = Sql.load(LambdaSnapshot.class, "select-coverage.sql");
    private static final String HISTORY = Sql.load(LambdaSnapshot.class, "select-history.sql");
    private static final String TOTALS = Sql.load(LambdaSnapshot.class, "select-totals.sql");
    private static final String RULES = Sql.load(LambdaSnapshot.class, "select-rules.sql");

    /** A customer's row of the merged view. */
    record Merged(BigDecimal batchTotal, BigDecimal speedTotal, Total total) {
        static final Merged NONE = new Merged(Total.ZERO.amount(), Total.ZERO.amount(), Total.ZERO);
    }

    private record CoveredRow(int partition, long batchTo, long speedTo) {}

    private record TotalRow(
            String customer,
            BigDecimal batchTotal,
            BigDecimal speedTotal,
            BigDecimal total,
            long transactions,
            BigDecimal leftOut,
            long leftOutTransactions) {
        Merged merged() {
            return new Merged(batchTotal, speedTotal, new Total(total, transactions, leftOut, leftOutTransactions));
        }
    }

    private record RuleRow(String layer, int partition, long fromOffset, String rule) {}

    static LambdaSnapshot take(Settings settings) {
        return Facts.atOneInstant(settings, LambdaSnapshot::read);
    }

    static LambdaSnapshot read(Facts facts) {
        Map<Integer, Long> batchTo = new TreeMap<>();
        Map<Integer, Long> speedTo = new TreeMap<>();
        facts.each(COVERAGE, CoveredRow.class, row -> {
            batchTo.put(row.partition(), row.batchTo());
            speedTo.put(row.partition(), row.speedTo());
        });
        List<HistoryEntry> history = facts.all(HISTORY, HistoryRow.class).stream()
                .map(HistoryRow::entry)
                .toList();
        Map<String, Merged> totals = new TreeMap<>();
        facts.each(TOTALS, TotalRow.class, row -> totals.put(row.customer(), row.merged()));
        HandOff handOff = facts.handOff();
        return new LambdaSnapshot(
                handOff.publishedEpoch(), handOff.topicId(), batchTo, speedTo, history, rules(facts), totals);
    }

    private static CountingRules rules(Facts facts) {
        CountingRules rules = new CountingRules();
        facts.each(RULES, RuleRow.class, row -> {
            Rule rule = Rule.labelled(row.rule());
            if (row.layer().equals("batch")) {
                rules.batch(rule);
            } else {
                rules.speed(row.partition(), row.fromOffset(), rule);
            }
        });
        return rules;
    }

    /** Where the answer ends in a partition: what is before it is counted, by one layer or the other (exclusive). */
    long coveredTo(int partition) {
        return Math.max(batchTo.getOrDefault(partition, 0L), speedTo.getOrDefault(partition, 0L));
    }
}
