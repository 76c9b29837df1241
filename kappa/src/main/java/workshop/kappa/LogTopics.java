package workshop.kappa;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import workshop.handoff.CountedLog;
import workshop.handoff.LogContinuity;
import workshop.handoff.RecordMark;
import workshop.handoff.SameLog;
import workshop.handoff.TopicIdentity;
import workshop.handoff.TopicLog;
import workshop.kappa.MicroBatchAggregate.Partition;
import workshop.settings.Advice;
import workshop.settings.Command;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/** The log that Kappa counts: the topic of the history and the topic of the transactions. */
final class LogTopics implements AutoCloseable {
    private final TopicLog history;
    private final TopicLog transactions;
    private final SameLog sameHistory;
    private final SameLog sameTransactions;

    LogTopics(Settings settings) {
        history = new TopicLog(settings.kafka(), settings.historyTopic());
        transactions = new TopicLog(settings.kafka(), settings.topic());
        sameHistory = new SameLog(history);
        sameTransactions = new SameLog(transactions);
    }

    String history() {
        return history.topic();
    }

    String transactions() {
        return transactions.topic();
    }

    String historyId() {
        return history.topicId();
    }

    String transactionsId() {
        return transactions.topicId();
    }

    /**
     * Why the log is not the one that a version has counted; empty if it is. A version knows records by their place in
     * two topics; in other topics, other records stand there.
     *
     * @param marks of the last counted records, by topic
     */
    Optional<WorkshopException> objection(Version version, Map<String, List<RecordMark>> marks) {
        return sameTransactions
                .objection(counted(transactions(), version.topicId(), marks))
                .or(() -> sameHistory.objection(counted(history(), version.historyTopicId(), marks)));
    }

    private static CountedLog counted(String topic, String id, Map<String, List<RecordMark>> marks) {
        return new CountedLog(topic, id, marks.getOrDefault(topic, List.of()));
    }

    /** The marks of the last records before these ends (exclusive), as they stand in the log. */
    Map<Partition, RecordMark> marksBefore(Map<Partition, Long> ends) {
        Map<Partition, RecordMark> marks = new HashMap<>();
        addMarks(history(), sameHistory, ends, marks);
        addMarks(transactions(), sameTransactions, ends, marks);
        return marks;
    }

    private static void addMarks(
            String topic, SameLog log, Map<Partition, Long> ends, Map<Partition, RecordMark> marks) {
        Map<Integer, Long> ofTopic = ends.entrySet().stream()
                .filter(end -> end.getKey().topic().equals(topic))
                .collect(Collectors.toMap(end -> end.getKey().number(), Map.Entry::getValue));
        if (!ofTopic.isEmpty()) {
            log.marksBefore(ofTopic).forEach((partition, mark) -> marks.put(new Partition(topic, partition), mark));
        }
    }

    /** The offset behind the last committed record, by partition of both topics (exclusive). */
    Map<Partition, Long> recordEnds() {
        return both(history.recordEnds(), transactions.recordEnds());
    }

    /** The topic of the history must have this id. */
    void requireHistory(String id) {
        TopicIdentity.require(history, id);
    }

    /** A compacted topic has lost records already. */
    void requireNotCompacted() {
        history.requireNotCompacted();
        transactions.requireNotCompacted();
    }

    /** Kappa has nothing but the log: a record that left it is in no total. */
    void requireFromItsFirstRecord() {
        requireFromItsFirstRecord(history);
        requireFromItsFirstRecord(transactions);
    }

    private static void requireFromItsFirstRecord(TopicLog log) {
        Map<Integer, Long> beginnings = log.beginningOffsets();
        Map<Integer, Long> first = new HashMap<>();
        beginnings.keySet().forEach(partition -> first.put(partition, 0L));
        LogContinuity.hole(first, beginnings).ifPresent(hole -> {
            throw WorkshopException.failed(
                    "Records are missing: partition " + hole.partition() + " of the topic " + log.topic()
                            + " begins at offset " + hole.beginning() + ", not at 0.",
                    "They have left the log (retention). Kappa counts from the log alone, and a new version reads all"
                            + " of it: a total without them would be wrong.",
                    Advice.of(Command.BATCH, ": the lake may still have them, and Lambda counts from there"));
        });
    }

    private Map<Partition, Long> both(Map<Integer, Long> ofHistory, Map<Integer, Long> ofTransactions) {
        Map<Partition, Long> offsets = new HashMap<>();
        ofHistory.forEach((partition, offset) -> offsets.put(new Partition(history(), partition), offset));
        ofTransactions.forEach((partition, offset) -> offsets.put(new Partition(transactions(), partition), offset));
        return offsets;
    }

    /** How many offsets of the log are not covered by this progress. */
    static long behind(Map<Partition, Long> ends, Map<Partition, Long> progress) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - progress.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    @Override
    public void close() {
        sameHistory.close();
        sameTransactions.close();
        history.close();
        transactions.close();
    }
}
