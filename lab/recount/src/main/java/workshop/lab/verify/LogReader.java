package workshop.lab.verify;

import workshop.handoff.CommittedRecords;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/** Reads partitions of the log from their first record, as a recount must. */
public final class LogReader implements AutoCloseable {
    /** Is shown a record: key and value are null if it has none. */
    public interface Visitor {
        void record(long offset, byte[] key, byte[] value);
    }

    private final CommittedRecords records;

    public LogReader(Settings settings) {
        this(settings, settings.topic());
    }

    public LogReader(Settings settings, String topic) {
        records = new CommittedRecords(settings.kafka(), topic);
    }

    /**
     * Shows the committed records of a partition from its first to {@code end} (exclusive), in order.
     *
     * @throws WorkshopException if the log no longer begins at offset 0
     */
    public void read(int partition, long end, Visitor visitor) {
        long beginning = records.beginning(partition);
        if (beginning > 0 && end > 0) {
            throw WorkshopException.failed(
                    "The log cannot be recounted: partition " + partition + " begins at offset " + beginning + ".",
                    "Its first records have left the log (retention), so only the lake still has them.",
                    "./workshop query, for totals that cannot be checked against the log any more");
        }
        records.read(partition, 0, end, record -> {
            visitor.record(record.offset(), record.key(), record.value());
            return true;
        });
    }

    @Override
    public void close() {
        records.close();
    }
}
