package workshop.batch;

import java.time.Duration;
import java.util.Map;
import workshop.transactions.spark.Counts;

/**
 * What a batch run did.
 *
 * @param epoch the epoch that it published
 * @param archived how many records of the log this epoch holds
 * @param counts of the whole master dataset
 * @param customers how many have a total
 * @param resumed whether an earlier run had declared this epoch and died
 */
public record BatchReport(
        int epoch, long archived, Counts counts, long customers, boolean resumed, Map<Stage, Duration> took) {}
