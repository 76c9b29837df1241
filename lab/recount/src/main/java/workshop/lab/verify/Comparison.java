package workshop.lab.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import workshop.handoff.TopicIdentity;
import workshop.handoff.TopicLog;
import workshop.lab.verify.file.EntryVisitor;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;
import workshop.transactions.Reason;
import workshop.transactions.Rule;
import workshop.transactions.Total;

/**
 * Lambda, Kappa and a recount of everything, customer by customer, with the reason for every difference.
 *
 * @param rule by which the recount counts: the last batch's; if there is none, Kappa's
 * @param version of Kappa; null if there is none
 * @param rows a row a customer, by name
 * @param records of history and log that were recounted
 * @param onlyLambda paths of the history files that the last batch has read and that are not in Kappa's log
 * @param onlyKappa paths of those that are in Kappa's log and that the last batch has not read
 * @param changedFiles history files that are others now than when they were read
 */
public record Comparison(
        Rule rule,
        String version,
        List<ComparedCustomer> rows,
        long records,
        long rejected,
        long duplicates,
        List<String> onlyLambda,
        List<String> onlyKappa,
        List<String> changedFiles) {

    /** Whether a version of Kappa answers. */
    static boolean isThereKappa(Settings settings) {
        return Facts.atOneInstant(
                settings, facts -> KappaSnapshot.promoted(facts).isPresent());
    }

    /** Compares the version that answers. */
    public static Comparison run(Settings settings) {
        return run(settings, null);
    }

    /** @param version of Kappa; null is the one that answers */
    public static Comparison run(Settings settings, String version) {
        return Facts.atOneInstant(
                        settings,
                        facts ->
                                new Comparing(settings, LambdaSnapshot.read(facts), KappaSnapshot.read(facts, version)))
                .run(version);
    }

    /** Whether every difference has its reason. */
    public boolean isExplained() {
        return rows.stream().allMatch(ComparedCustomer::explained);
    }

    /** Of all customers: whether Lambda and Kappa both are what the recount says. */
    public boolean isEqual() {
        return rows.stream().allMatch(row -> row.reasons().isEmpty());
    }

    /** The comparison at work. */
    private record Comparing(Settings settings, LambdaSnapshot lambda, KappaSnapshot kappa) {
        /** @param version that was asked for; null if it is the one that answers */
        Comparison run(String version) {
            if (version != null && !kappa.isThere()) {
                throw WorkshopException.failed(
                        "There is no version " + version + ".",
                        "A version begins with its first run.",
                        "./workshop kappa versions, which lists them");
            }
            Rule rule = lambda.publishedEpoch() > 0 || !kappa.isThere()
                    ? lambda.rules().batch()
                    : kappa.rule();
            Explanation explanation = new Explanation(rule, kappa.rule());
            List<String> changed = history(explanation);
            log(explanation);
            Set<String> customers = new TreeSet<>(explanation.customers());
            customers.addAll(lambda.totals().keySet());
            customers.addAll(kappa.totals().keySet());
            Reasons reasons = new Reasons(explanation, lambda, kappa);
            return new Comparison(
                    rule,
                    kappa.version(),
                    customers.stream().map(reasons::row).toList(),
                    explanation.records(),
                    explanation.rejected(),
                    explanation.duplicates(),
                    kappa.isThere() ? HistoryList.without(lambda.history(), kappa.history()) : List.of(),
                    HistoryList.without(kappa.history(), lambda.history()),
                    changed);
        }

        /** All history files that either architecture knows, each content once, in the order of their paths. */
        private List<String> history(Explanation explanation) {
            if (kappa.isThere()) {
                try (TopicLog log = new TopicLog(settings.kafka(), settings.historyTopic())) {
                    TopicIdentity.require(log, kappa.historyTopicId());
                }
            }
            LoadedHistory loaded = LoadedHistory.read(settings, kappa);
            List<HistoryEntry> files = new ArrayList<>(lambda.history());
            kappa.history().stream()
                    .filter(file -> lambda.history().stream().noneMatch(file::isSame))
                    .forEach(files::add);
            files.sort(Comparator.comparing(HistoryEntry::path));
            List<String> changed = new ArrayList<>();
            files.forEach(file -> {
                if (file.hasChanged()) {
                    changed.add(file.path());
                }
                boolean inBatch = lambda.history().contains(file);
                String path = pathInKappa(file);
                file.read(new EntryVisitor() {
                    @Override
                    public void record(long at, byte[] record) {
                        explanation.add(
                                record,
                                0,
                                record.length,
                                new CountedBy(
                                        inBatch,
                                        false,
                                        lambda.rules().batch(),
                                        loaded.isCounted(path, at),
                                        loaded.isUnchecked(path, at)));
                    }

                    @Override
                    public void broken(long at, Reason why) {
                        explanation.addBroken();
                    }
                });
            });
            return changed;
        }

        /** By which name Kappa has the records of a file: it may have loaded another one with the same. */
        private String pathInKappa(HistoryEntry file) {
            return kappa.history().stream()
                    .filter(file::isSame)
                    .map(HistoryEntry::path)
                    .findFirst()
                    .orElse(file.path());
        }

        private void log(Explanation explanation) {
            String topic = settings.topic();
            try (TopicLog log = new TopicLog(settings);
                    LogReader reader = new LogReader(settings)) {
                TopicIdentity.require(log, lambda.topicId());
                TopicIdentity.require(log, kappa.topicId());
                log.endOffsets()
                        .forEach((partition, end) -> reader.read(
                                partition,
                                end,
                                (offset, key, value) -> explanation.add(
                                        value, 0, value == null ? 0 : value.length, inLog(topic, partition, offset))));
            }
        }

        private CountedBy inLog(String topic, int partition, long offset) {
            boolean byBatch = offset < lambda.batchTo().getOrDefault(partition, 0L);
            boolean bySpeed = !byBatch && offset < lambda.coveredTo(partition);
            return new CountedBy(
                    byBatch,
                    bySpeed,
                    byBatch ? lambda.rules().batch() : lambda.rules().speed(partition, offset),
                    offset < kappa.next(topic, partition),
                    kappa.isUnchecked(topic, partition, offset));
        }
    }

    /** By the size of the larger difference, the largest first. */
    public static Comparator<ComparedCustomer> bySize() {
        return Comparator.comparing((ComparedCustomer row) -> row.mergedDifference()
                        .abs()
                        .max(
                                row.kappaDifference() == null
                                        ? Total.ZERO.amount()
                                        : row.kappaDifference().abs()))
                .reversed();
    }
}
