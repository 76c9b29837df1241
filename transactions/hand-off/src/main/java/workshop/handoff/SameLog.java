package workshop.handoff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.jspecify.annotations.Nullable;
import workshop.settings.Advice;
import workshop.settings.WorkshopException;

/**
 * Whether the log in Kafka is the one that was counted: the topic has the same id, and the last counted records stand
 * where they stood. A log that lost its end (restored from a backup, or a leader without all records) and grew again has
 * the same id, and offsets that look right.
 */
public final class SameLog implements AutoCloseable {
    private final TopicLog log;
    private @Nullable CommittedRecords records;

    /** @param log is not closed with this */
    public SameLog(TopicLog log) {
        this.log = log;
    }

    /** @throws WorkshopException if the log is another one */
    public void require(CountedLog counted) {
        objection(counted).ifPresent(why -> {
            throw why;
        });
    }

    /**
     * Why the log is not the one that was counted; empty if it is. A counted record that has left the log by retention
     * is no reason.
     *
     * @throws WorkshopException if Kafka does not answer
     */
    public Optional<WorkshopException> objection(CountedLog counted) {
        Optional<WorkshopException> anotherTopic = TopicIdentity.objection(log, counted.topic(), counted.topicId());
        if (anotherTopic.isPresent()) {
            return anotherTopic;
        }
        try {
            Optional<WorkshopException> first = Optional.empty();
            for (List<RecordMark> left = counted.marks(); first.isEmpty() && !left.isEmpty(); ) {
                Map<Integer, RecordMark> round = new LinkedHashMap<>(); // a partition may have several
                List<RecordMark> later = new ArrayList<>();
                left.forEach(mark -> {
                    if (round.putIfAbsent(mark.partition(), mark) != null) {
                        later.add(mark);
                    }
                });
                first = compare(round);
                left = later;
            }
            return first;
        } catch (OffsetOutOfRangeException moved) { // records left the log meanwhile
            return objection(counted);
        }
    }

    private Optional<WorkshopException> compare(Map<Integer, RecordMark> marks) {
        Map<Integer, Long> beginnings = log.beginningOffsets();
        Map<Integer, Long> ends = log.endOffsets();
        Map<Integer, Long> there = new TreeMap<>();
        for (RecordMark mark : marks.values()) {
            int partition = mark.partition();
            long end = ends.getOrDefault(partition, 0L);
            if (end <= mark.offset()) {
                return Optional.of(anotherLog(partition, "ends at offset " + end, mark));
            }
            if (beginnings.getOrDefault(partition, 0L) <= mark.offset()) {
                there.put(partition, mark.offset());
            }
        }
        Map<Integer, ConsumerRecord<byte[], byte[]>> found = records().at(there);
        return there.keySet().stream()
                .map(marks::get)
                .filter(mark -> !found.containsKey(mark.partition())
                        || !RecordMark.of(found.get(mark.partition())).equals(mark))
                .findFirst()
                .map(mark -> anotherLog(
                        mark.partition(),
                        "holds " + (found.containsKey(mark.partition()) ? "another" : "no") + " record at offset "
                                + mark.offset(),
                        mark));
    }

    private WorkshopException anotherLog(int partition, String found, RecordMark mark) {
        return WorkshopException.failed(
                "The topic " + log.topic() + " is not the log that was counted: partition " + partition + " " + found
                        + ".",
                "The record at offset " + mark.offset() + " that was counted is gone. Kafka lost the end of its log:"
                        + " its data was restored from a backup, or a broker without all records became the leader.",
                Advice.BEGIN_ANEW);
    }

    /**
     * The marks of the last committed records before these ends.
     *
     * @param ends by partition, exclusive; not beyond the last stable offset
     * @return by partition; none of a partition that has no record before its end any more
     */
    public Map<Integer, RecordMark> marksBefore(Map<Integer, Long> ends) {
        Map<Integer, Long> beginnings = log.beginningOffsets();
        Map<Integer, Long> last = new TreeMap<>();
        ends.forEach((partition, end) -> {
            if (beginnings.getOrDefault(partition, end) < end) {
                last.put(partition, end - 1);
            }
        });
        Map<Integer, ConsumerRecord<byte[], byte[]>> found = records().at(last);
        Map<Integer, RecordMark> marks = new TreeMap<>();
        last.forEach((partition, offset) -> Optional.ofNullable(found.get(partition))
                .or(() -> records().last(partition, beginnings.get(partition), offset))
                .ifPresent(record -> marks.put(partition, RecordMark.of(record))));
        return marks;
    }

    private CommittedRecords records() {
        if (records == null) {
            records = log.fewRecords();
        }
        return records;
    }

    @Override
    public void close() {
        if (records != null) {
            records.close();
        }
    }
}
