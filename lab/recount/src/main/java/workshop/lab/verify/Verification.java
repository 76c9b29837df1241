package workshop.lab.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import workshop.handoff.TopicIdentity;
import workshop.handoff.TopicLog;
import workshop.lab.text.Rows;
import workshop.lab.verify.file.EntryVisitor;
import workshop.settings.Settings;
import workshop.transactions.Reason;
import workshop.transactions.Rule;
import workshop.transactions.Total;

/**
 * The merged view at one instant, held against a recount.
 *
 * @param agrees whether every customer's batch part, speed part and number of transactions are equal, to the cent
 * @param differences a row a customer that differs
 * @param corrections a row a customer whose total a batch by {@code batchRule} will correct
 * @param merged sum of all customers' merged totals, currency units
 * @param recounted the same sum as recounted
 * @param customers how many the view has
 * @param records of history and log that were recounted
 * @param published of the records those that the batch layer answers for; {@code publishedRejected} of the rejected
 * @param duplicatesToTakeOut one reason of the corrections: how many the speed layer counted
 * @param otherRules the other reason: by which the speed layer counted what such a batch will count otherwise
 * @param batchRule of the last batch
 * @param rules by which the layers count; if there are two, the merged totals mix them until the next batch
 * @param covered where the view ended in the log, added up over the partitions (exclusive)
 * @param history the files of the history that were recounted
 * @param behind how many offsets of the log are not counted yet, up to its last committed record
 */
public record Verification(
        boolean agrees,
        Rows differences,
        Rows corrections,
        BigDecimal merged,
        BigDecimal recounted,
        int customers,
        long records,
        long rejected,
        long published,
        long publishedRejected,
        long duplicates,
        long duplicatesToTakeOut,
        long covered,
        long behind,
        int publishedEpoch,
        Rule batchRule,
        Set<Rule> otherRules,
        Set<Rule> rules,
        HistoryList history,
        List<String> changedFiles) {

    /** Whether nothing could be compared: there is no total, and no record that could be in one. */
    public boolean isEmpty() {
        return customers == 0 && records == rejected && agrees;
    }

    /** Takes a snapshot of the view and recounts what it covers, of the history files that the last batch has read. */
    public static Verification run(Settings settings) {
        return run(settings, List.of());
    }

    /** @param history absolute paths of the files to recount; an empty list takes the publication's */
    public static Verification run(Settings settings, List<String> history) {
        try (TopicLog log = new TopicLog(settings);
                LogReader reader = new LogReader(settings)) {
            LambdaSnapshot snapshot = LambdaSnapshot.take(settings);
            Map<Integer, Long> ends = log.recordEnds();
            TopicIdentity.require(log, snapshot.topicId());
            Recount recount = new Recount(snapshot.rules().batch());
            List<String> changed = new ArrayList<>();
            HistoryList list = HistoryList.of(history, snapshot.history());
            for (HistoryEntry file : list.files()) {
                recountHistory(file, recount, changed);
            }
            long allCovered = 0;
            long behind = 0;
            for (int partition : ends.keySet()) {
                long published = snapshot.batchTo().getOrDefault(partition, 0L);
                long covered = snapshot.coveredTo(partition);
                reader.read(partition, covered, (offset, key, value) -> {
                    int length = value == null ? 0 : value.length;
                    if (offset < published) {
                        recount.addPublished(value, 0, length);
                    } else {
                        recount.addSpeed(value, 0, length, snapshot.rules().speed(partition, offset));
                    }
                });
                allCovered += covered;
                behind += Math.max(0, ends.get(partition) - covered);
            }
            return compare(snapshot, recount, allCovered, behind, list, changed);
        }
    }

    private static void recountHistory(HistoryEntry entry, Recount recount, List<String> changed) {
        if (entry.hasChanged()) {
            changed.add(entry.path());
        }
        entry.read(new EntryVisitor() {
            @Override
            public void record(long at, byte[] record) {
                recount.addPublished(record, 0, record.length);
            }

            @Override
            public void broken(long at, Reason why) {
                recount.addBroken();
            }
        });
    }

    private static Verification compare(
            LambdaSnapshot snapshot,
            Recount recount,
            long covered,
            long behind,
            HistoryList history,
            List<String> changed) {
        List<List<Object>> differences = new ArrayList<>();
        List<List<Object>> corrections = new ArrayList<>();
        BigDecimal sum = Total.ZERO.amount();
        BigDecimal recounted = Total.ZERO.amount();
        TreeSet<String> customers = new TreeSet<>(recount.customers());
        customers.addAll(snapshot.totals().keySet());
        for (String customer : customers) {
            Total batch = recount.batch().of(customer);
            Total speed = recount.speed().of(customer);
            Total both = batch.plus(speed);
            LambdaSnapshot.Merged view = snapshot.totals().getOrDefault(customer, LambdaSnapshot.Merged.NONE);
            sum = sum.add(view.batchTotal()).add(view.speedTotal());
            recounted = recounted.add(both.amount());
            if (view.batchTotal().compareTo(batch.amount()) != 0
                    || view.speedTotal().compareTo(speed.amount()) != 0
                    || !view.total().minus(both).isZero()) {
                differences.add(List.of(
                        customer,
                        view.batchTotal(),
                        batch.amount(),
                        view.speedTotal(),
                        speed.amount(),
                        view.total().transactions(),
                        both.transactions(),
                        view.total().leftOut(),
                        both.leftOut()));
            }
            Total correction = recount.nextBatch().of(customer).minus(both);
            if (!correction.isZero()) {
                corrections.add(List.of(
                        customer,
                        both.amount(),
                        correction.amount(),
                        both.plus(correction).amount()));
            }
        }
        return new Verification(
                differences.isEmpty(),
                new Rows(
                        List.of(
                                "customer",
                                "batch",
                                "recounted",
                                "speed",
                                "recounted",
                                "transactions",
                                "recounted",
                                "left out",
                                "recounted"),
                        differences),
                new Rows(List.of("customer", "total", "correction", "after"), corrections),
                sum,
                recounted,
                snapshot.totals().size(),
                recount.records(),
                recount.rejected(),
                recount.published(),
                recount.publishedRejected(),
                recount.duplicates(),
                recount.duplicatesToTakeOut(),
                covered,
                behind,
                snapshot.publishedEpoch(),
                snapshot.rules().batch(),
                recount.otherRules(),
                snapshot.rules().all(),
                history,
                changed);
    }
}
