package workshop.handoff;

/** Asks the log whether offsets that did not arrive have records at all. Asked only if some did not arrive. */
public final class LogGap {
    private final String servers;
    private final String topic;

    public LogGap(String servers, String topic) {
        this.servers = servers;
        this.topic = topic;
    }

    public String topic() {
        return topic;
    }

    /**
     * Whether records are missing between two offsets between which no record arrived: the log has some there, or it has
     * lost the first of them.
     *
     * @param from the offset that was to come next (inclusive)
     * @param to the offset that came (exclusive); none is missing if it comes next
     */
    public boolean isMissing(int partition, long from, long to) {
        if (to <= from) {
            return false;
        }
        try (CommittedRecords records = CommittedRecords.few(servers, topic)) {
            return records.beginning(partition) > from || records.any(partition, from, to);
        }
    }

    /** How many records the log has between two offsets, both there: {@code from} inclusive, {@code to} exclusive. */
    public long records(int partition, long from, long to) {
        try (CommittedRecords records = new CommittedRecords(servers, topic)) {
            return records.count(partition, from, to);
        }
    }
}
