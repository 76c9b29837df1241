package workshop.lab.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import workshop.transactions.RecordPlace;
import workshop.transactions.Verdict.Accepted;

/**
 * What the speed layer says that it has read of each partition, held against the log: read = accepted + rejected. Records that
 * a batch had taken before the layer began are not its own.
 */
final class SpeedCounts {
    /** What a partition must have: the records that stand before the layer's offset. */
    private static final class Partition {
        private long to;
        private long accepted;
        private long rejected;
        private long acceptedInLog;
        private long rejectedInLog;

        /** How many the layer did not read: a batch was faster. */
        private long skipped() {
            return acceptedInLog + rejectedInLog - accepted - rejected;
        }

        private boolean isWrong() {
            return skipped() < 0 || rejected > rejectedInLog || accepted > acceptedInLog;
        }
    }

    /** Where a record stands that a batch has rejected. */
    private record Rejected(int partition, long logOffset) {}

    private final Map<Integer, Partition> partitions = new HashMap<>();
    private final Set<RecordPlace> rejectedByBatch = new HashSet<>();

    private SpeedCounts() {}

    static SpeedCounts of(Evidence evidence) {
        SpeedCounts counts = new SpeedCounts();
        for (CoveredPartition covered : evidence.coverage()) {
            Partition partition = new Partition();
            partition.to = covered.speedTo();
            partition.accepted = covered.accepted();
            partition.rejected = covered.rejected();
            counts.partitions.put(covered.partition(), partition);
        }
        for (TopicRecord record : evidence.log()) {
            Partition partition = counts.partitions.get(record.partition());
            if (partition != null && record.offset() < partition.to) {
                if (record.verdict() instanceof Accepted) {
                    partition.acceptedInLog++;
                } else {
                    partition.rejectedInLog++;
                }
            }
        }
        evidence.all("select-rejected-places.sql", Rejected.class)
                .forEach(one -> counts.rejectedByBatch.add(RecordPlace.inLog(one.partition(), one.logOffset())));
        return counts;
    }

    /** Whether the speed layer must have sent a letter for this rejected record. */
    boolean isSpeedLayers(TopicRecord record) {
        Partition partition = partitions.get(record.partition());
        if (partition == null || record.offset() >= partition.to) {
            return false;
        }
        return partition.skipped() == 0 || !rejectedByBatch.contains(record.place());
    }

    void report(Evidence evidence, StepFindings findings) {
        long accepted = 0;
        long rejected = 0;
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<Integer, Partition> entry : partitions.entrySet()) {
            Partition partition = entry.getValue();
            accepted += partition.accepted;
            rejected += partition.rejected;
            if (partition.isWrong()) {
                wrong.add(StepFindings.text(
                        "partition %d accepted %,d + rejected %,d, in the log %,d + %,d",
                        entry.getKey(),
                        partition.accepted,
                        partition.rejected,
                        partition.acceptedInLog,
                        partition.rejectedInLog));
            }
        }
        if (wrong.isEmpty()) {
            findings.ok(
                    "Nothing is lost: the speed layer has read %,d = accepted %,d + rejected %,d.",
                    accepted + rejected, accepted, rejected);
        } else {
            findings.wrong(
                    "The speed layer's counts are not those of the log: " + String.join("; ", wrong) + ".",
                    "Somebody has changed speed_progress beside the layer.",
                    evidence.command("step 10") + ", then the commands of the step");
        }
    }
}
