package workshop.lab.checks;

/**
 * A partition of the topic, as the serving layer covers it.
 *
 * @param batchTo where the published cut ends (exclusive)
 * @param speedTo where the speed layer goes on (exclusive)
 * @param coveredTo the further of the two
 * @param accepted by the speed layer, as {@code rejected}
 */
record CoveredPartition(int partition, long batchTo, long speedTo, long coveredTo, long accepted, long rejected) {
    boolean covers(TopicRecord record) {
        return partition == record.partition() && record.offset() < coveredTo;
    }
}
