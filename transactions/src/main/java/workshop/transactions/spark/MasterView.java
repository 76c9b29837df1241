package workshop.transactions.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;
import workshop.handoff.Epochs;
import workshop.transactions.Total;
import workshop.transactions.Transaction;

/**
 * The master view: totals by customer of all records of the master dataset that keep the contract, duplicates removed.
 * Computed lazily by Spark; the counts are known at once.
 *
 * @param totals by customer, of at least one transaction each
 * @param duplicates the accepted records that do not count
 * @param release gives Spark's memory back
 */
public record MasterView(
        Counts counts,
        JavaPairRDD<String, Total> totals,
        JavaRDD<Rejection> rejections,
        JavaRDD<Duplicate> duplicates,
        Runnable release)
        implements AutoCloseable {

    /**
     * Computes the view.
     *
     * @param records all of the master dataset, each record in one source, once
     * @param epochs the declared cuts, all that the records of the log may lie in
     * @param partitions into how many parts ids and totals are divided
     */
    public static MasterView of(JavaRDD<RecordSource> records, Epochs epochs, int partitions) {
        JavaRDD<Tally> tallies = records.map(source -> Tally.of(source, partitions, epochs));
        tallies.persist(StorageLevel.MEMORY_AND_DISK());
        JavaRDD<Duplicate> duplicates = Duplicates.in(records, tallies, partitions);
        duplicates.persist(StorageLevel.MEMORY_AND_DISK());
        JavaRDD<Rejection> rejections =
                tallies.flatMap(tally -> tally.rejections().iterator());
        Runnable release = () -> {
            tallies.unpersist(false);
            duplicates.unpersist(false);
        };
        return new MasterView(
                Counts.of(tallies, duplicates, epochs),
                totals(tallies, duplicates, partitions),
                rejections,
                duplicates,
                release);
    }

    private static JavaPairRDD<String, Total> totals(
            JavaRDD<Tally> tallies, JavaRDD<Duplicate> duplicates, int partitions) {
        JavaPairRDD<String, Total> counted = tallies.flatMapToPair(tally -> {
            List<Tuple2<String, Total>> pairs = new ArrayList<>();
            tally.totals().forEach((customer, total) -> pairs.add(new Tuple2<>(customer, total)));
            return pairs.iterator();
        });
        JavaPairRDD<String, Total> twice = duplicates.mapToPair(duplicate -> {
            Transaction transaction = duplicate.transaction();
            return new Tuple2<>(transaction.customer(), Total.ZERO.minus(Total.of(transaction)));
        });
        return counted.union(twice)
                .reduceByKey(Total::plus, partitions)
                .filter(customer -> customer._2().transactions() > 0);
    }

    @Override
    public void close() {
        release.run();
    }
}
