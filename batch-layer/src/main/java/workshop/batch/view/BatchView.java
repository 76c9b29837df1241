package workshop.batch.view;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;
import workshop.handoff.Epochs;
import workshop.transactions.CustomerTotals;
import workshop.transactions.Rule;
import workshop.transactions.Total;

/**
 * The batch view: totals by customer of all records of the master dataset that keep the contract, duplicates removed.
 * Computed lazily by Spark; the counts are known at once.
 *
 * @param totals by customer, of at least one transaction each, counted or left out by the rule
 * @param duplicates the accepted records that do not count
 * @param release gives Spark's memory back
 */
public record BatchView(
        BatchCounts counts,
        JavaPairRDD<String, Total> totals,
        JavaRDD<Rejection> rejections,
        JavaRDD<Duplicate> duplicates,
        Runnable release)
        implements AutoCloseable {

    /** Of ids: so many that the table of one bucket is small beside a processor's cache. */
    private static final int BUCKETS_PER_PARTITION = 8;
    /** Up to here rows come to the driver at once, beyond it part by part: each part is a job of its own. */
    private static final long AT_ONCE = 250_000;

    /** All rejections, to be gone through on the driver, as often as wanted. */
    public Iterable<Rejection> eachRejection() {
        return each(rejections, counts.rejected());
    }

    /** All duplicates, to be gone through on the driver, as often as wanted. */
    public Iterable<Duplicate> eachDuplicate() {
        return each(duplicates, counts.duplicates());
    }

    private static <T> Iterable<T> each(JavaRDD<T> rows, long count) {
        if (count == 0) {
            return List.of();
        }
        return count <= AT_ONCE ? rows.collect() : rows::toLocalIterator;
    }

    /**
     * Computes the view.
     *
     * @param records all of the master dataset, in splits; each record is in one split, once
     * @param epochs the declared cuts, all that the records of the log may lie in
     * @param rule which transactions count
     * @param partitions into how many parts ids and totals are divided
     */
    public static BatchView of(JavaRDD<InputSplit> records, Epochs epochs, Rule rule, int partitions) {
        int buckets = partitions * BUCKETS_PER_PARTITION;
        JavaRDD<PartialAggregate> aggregates = records.map(split -> PartialAggregate.of(split, buckets, epochs, rule));
        aggregates.persist(StorageLevel.MEMORY_AND_DISK());
        JavaRDD<Duplicate> duplicates = Duplicates.in(records, aggregates, buckets, partitions);
        duplicates.persist(StorageLevel.MEMORY_AND_DISK());
        JavaRDD<Rejection> rejections =
                aggregates.flatMap(aggregate -> aggregate.rejections().iterator());
        Runnable release = () -> {
            aggregates.unpersist(false);
            duplicates.unpersist(false);
        };
        try {
            BatchCounts counts = BatchCounts.of(aggregates, duplicates, epochs);
            return new BatchView(
                    counts, totals(aggregates, duplicates, rule, partitions), rejections, duplicates, release);
        } catch (RuntimeException e) {
            release.run();
            throw e;
        }
    }

    private static JavaPairRDD<String, Total> totals(
            JavaRDD<PartialAggregate> aggregates, JavaRDD<Duplicate> duplicates, Rule rule, int partitions) {
        JavaRDD<CustomerTotals> counted = aggregates.map(PartialAggregate::totals);
        JavaRDD<CustomerTotals> twice = duplicates.mapPartitions(some -> {
            CustomerTotals corrections = new CustomerTotals();
            some.forEachRemaining(duplicate -> corrections.remove(duplicate.transaction(), rule));
            return List.of(corrections).iterator();
        });
        return counted.union(twice)
                .flatMapToPair(totals -> divide(totals, partitions))
                .partitionBy(new HashPartitioner(partitions))
                .mapPartitionsToPair(BatchView::sum);
    }

    /** Totals by the part that their customers belong to: what is sent is one object a part, not one a customer. */
    private static Iterator<Tuple2<Integer, CustomerTotals>> divide(CustomerTotals totals, int parts) {
        Map<Integer, CustomerTotals> divided = new TreeMap<>();
        totals.forEach((customer, total) -> divided.computeIfAbsent(
                        Math.floorMod(customer.hashCode(), parts), part -> new CustomerTotals())
                .add(customer, total));
        return divided.entrySet().stream()
                .map(part -> new Tuple2<>(part.getKey(), part.getValue()))
                .iterator();
    }

    /** Adds up what came for a part. A customer of whom only duplicates are left has no total. */
    private static Iterator<Tuple2<String, Total>> sum(Iterator<Tuple2<Integer, CustomerTotals>> parts) {
        CustomerTotals all = new CustomerTotals();
        parts.forEachRemaining(part -> all.addAll(part._2()));
        return all.asMap().entrySet().stream()
                .filter(customer -> customer.getValue().isOfSome())
                .map(customer -> new Tuple2<>(customer.getKey(), customer.getValue()))
                .iterator();
    }

    @Override
    public void close() {
        release.run();
    }
}
