package workshop.kappa;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import workshop.handoff.CommittedRecords;
import workshop.settings.Advice;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;
import workshop.transactions.history.HistoryKey;

/** Which records of a file are in the log already: the log itself is the memory of a load that died. */
final class LoadedRecords {
    private final long[] at;

    private LoadedRecords(long[] at) {
        this.at = at;
    }

    /**
     * @param begins where the file begins in each partition (inclusive)
     * @param ends where the log ends (exclusive)
     */
    static LoadedRecords of(Settings settings, String path, long[] begins, Map<Integer, Long> ends) {
        LongStream.Builder at = LongStream.builder();
        try (CommittedRecords records = new CommittedRecords(settings.kafka(), settings.historyTopic())) {
            for (int partition = 0; partition < begins.length; partition++) {
                records.read(partition, begins[partition], ends.get(partition), record -> {
                    at.add(at(record, path));
                    return true;
                });
            }
        }
        return new LoadedRecords(at.build().sorted().toArray());
    }

    private static long at(ConsumerRecord<byte[], byte[]> record, String path) {
        return HistoryKey.of(record.key())
                .filter(key -> key.path().equals(path))
                .orElseThrow(() -> WorkshopException.failed(
                        "Partition " + record.partition() + " of the topic " + record.topic()
                                + " has a record at offset " + record.offset() + " that is not of " + path + ".",
                        "Something else writes to this topic, in the middle of the file.",
                        Advice.BEGIN_ANEW))
                .at();
    }

    /** Whether the record at this byte of the file is there. */
    boolean has(long byteInFile) {
        return Arrays.binarySearch(at, byteInFile) >= 0;
    }
}
