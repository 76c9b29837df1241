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

    static JavaRDD<Duplicate> in(JavaRDD<RecordSource> records, JavaRDD<Tally> tallies, int buckets, int partitions) {
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(records.context());
        long[] suspects = suspects(tallies, buckets);
        if (suspects.length == 0) {
            return spark.emptyRDD();
        }
        Broadcast<long[]> places = spark.broadcast(suspects);
        return records.flatMapToPair(source -> Suspects.in(source, places.value(), partitions))
                .partitionBy(new HashPartitioner(partitions))
                .values()
                .mapPartitions(Duplicates::allButTheFirst);
    }

    /** The places of all records whose id may be there twice, sorted. */
    private static long[] suspects(JavaRDD<Tally> tallies, int buckets) {
        JavaPairRDD<Integer, long[]> hashes = tallies.flatMapToPair(tally -> {
            List<Tuple2<Integer, long[]>> pairs = new ArrayList<>(tally.buckets());
            for (int bucket = 0; bucket < tally.buckets(); bucket++) {
                pairs.add(new Tuple2<>(bucket, tally.ids(bucket).packed()));
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

    /** Of all suspects of a part, those whose id stands at an earlier place too. */
    private static Iterator<Duplicate> allButTheFirst(Iterator<Suspects> part) {
        Map<String, List<Placed>> byId = new HashMap<>();
        part.forEachRemaining(suspects -> suspects.forEach(
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
