package workshop.batch.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;
import workshop.transactions.Transaction;

/**
 * Finds the duplicates by id: of all records with one id, the first by {@link workshop.transactions.Place} counts.
 *
 * <p>Duplicates are few, so whole records are not sent around to find them. First the hashes of the ids are compared;
 * then only the records whose hash is there twice are read again and compared by the id itself, which is exact.
 */
final class Duplicates {
    private Duplicates() {}

    static JavaRDD<Duplicate> in(
            JavaRDD<InputSplit> records, JavaRDD<PartialAggregate> aggregates, int buckets, int partitions) {
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(records.context());
        long[] candidates = candidates(aggregates, buckets);
        if (candidates.length == 0) {
            return spark.emptyRDD();
        }
        Broadcast<long[]> places = spark.broadcast(candidates);
        return records.flatMapToPair(source -> DuplicateCandidates.in(source, places.value(), partitions))
                .partitionBy(new HashPartitioner(partitions))
                .values()
                .mapPartitions(Duplicates::allButTheFirst);
    }

    /** The places of all records whose id may be there twice, sorted. */
    private static long[] candidates(JavaRDD<PartialAggregate> aggregates, int buckets) {
        JavaPairRDD<Integer, long[]> hashes = aggregates.flatMapToPair(aggregate -> {
            List<Tuple2<Integer, long[]>> pairs = new ArrayList<>(aggregate.buckets());
            for (int bucket = 0; bucket < aggregate.buckets(); bucket++) {
                pairs.add(new Tuple2<>(bucket, aggregate.ids(bucket).packed()));
            }
            return pairs.iterator();
        });
        List<long[]> found = hashes.partitionBy(new HashPartitioner(buckets))
                .values()
                .mapPartitions(packed -> {
                    List<long[]> bucket = new ArrayList<>();
                    packed.forEachRemaining(bucket::add);
                    return List.of(IdHashes.repeated(bucket)).iterator();
                })
                .collect();
        return found.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    }

    /** Of all candidates of a part, those whose id stands at an earlier place too. */
    private static Iterator<Duplicate> allButTheFirst(Iterator<DuplicateCandidates> part) {
        Map<String, List<Placed>> byId = new HashMap<>();
        part.forEachRemaining(candidates -> candidates.forEach(
                (place, transaction) -> byId.computeIfAbsent(transaction.transactionId(), id -> new ArrayList<>())
                        .add(new Placed(place, transaction))));
        return byId.values().stream().flatMap(Duplicates::allButTheFirst).iterator();
    }

    private static Stream<Duplicate> allButTheFirst(List<Placed> sameId) {
        sameId.sort(Comparator.comparingLong(Placed::place));
        Placed first = sameId.get(0);
        return sameId.stream().skip(1).map(later -> later.duplicateOf(first));
    }

    private record Placed(long place, Transaction transaction) {
        Duplicate duplicateOf(Placed first) {
            return new Duplicate(place, transaction, first.place, !transaction.agreesWith(first.transaction));
        }
    }
}
