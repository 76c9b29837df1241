package workshop.kappa;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import workshop.handoff.PlainConsumer;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;
import workshop.transactions.history.HistoryKey;

/** Which records of a file are in the log already: the log itself is the memory of a load that died. */
final class LoadedRecords {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

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
        try (Consumer<byte[], byte[]> consumer = PlainConsumer.of(settings.kafka(), 10_000)) {
            for (int partition = 0; partition < begins.length; partition++) {
                TopicPartition log = new TopicPartition(settings.historyTopic(), partition);
                consumer.assign(List.of(log));
                consumer.seek(log, begins[partition]);
                while (consumer.position(log) < ends.get(partition)) {
                    poll(consumer, log).forEach(record -> at.add(at(record, path)));
                }
            }
        }
        return new LoadedRecords(at.build().sorted().toArray());
    }

    private static ConsumerRecords<byte[], byte[]> poll(Consumer<byte[], byte[]> consumer, TopicPartition log) {
        ConsumerRecords<byte[], byte[]> some = consumer.poll(PATIENCE);
        if (some.isEmpty()) {
            throw WorkshopException.failed(
                    "What is in the topic " + log.topic() + " already could not be read.",
                    "Kafka sent nothing for " + PATIENCE.toSeconds() + " seconds.",
                    "./workshop status, then the same again");
        }
        return some;
    }

    private static long at(ConsumerRecord<byte[], byte[]> record, String path) {
        return HistoryKey.of(record.key())
                .filter(key -> key.path().equals(path))
                .orElseThrow(() -> WorkshopException.failed(
                        "Partition " + record.partition() + " of the topic " + record.topic()
                                + " has a record at offset " + record.offset() + " that is not of " + path + ".",
                        "Something else writes to this topic, in the middle of the file.",
                        "./workshop reset, to begin anew"))
                .at();
    }

    /** Whether the record at this byte of the file is there. */
    boolean has(long byteInFile) {
        return Arrays.binarySearch(at, byteInFile) >= 0;
    }
}
