package workshop.transactions.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;
import workshop.transactions.Contract;
import workshop.transactions.RecordVisitor;
import workshop.transactions.Transaction;
import workshop.transactions.Verdict.Accepted;
import workshop.transactions.Verdict.Rejected;

/**
 * Finds the duplicates by id: of all records with one id, the first by {@link workshop.transactions.Place} counts.
 *
 * <p>Duplicates are few, so whole records are not sent around to find them. First the hashes of the ids are compared;
 * then only the records whose hash is there twice are read again and compared by the id itself, which is exact.
 */
final class Duplicates {
    private Duplicates() {}

    static JavaRDD<Duplicate> in(JavaRDD<RecordSource> records, JavaRDD<Tally> tallies, int buckets) {
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(records.context());
        long[] suspects = suspects(tallies, buckets);
        if (suspects.length == 0) {
            return spark.emptyRDD();
        }
        Broadcast<long[]> places = spark.broadcast(suspects);
        return records.flatMapToPair(source -> suspectsIn(source, places.value()))
                .groupByKey(buckets)
                .flatMap(sameId -> allButTheFirst(sameId._2()));
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
        List<long[]> found = hashes.groupByKey(new HashPartitioner(buckets))
                .map(bucket -> IdHashes.repeated(bucket._2()))
                .collect();
        return found.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    }

    private static Iterator<Tuple2<String, Placed>> suspectsIn(RecordSource source, long[] places) throws IOException {
        List<Tuple2<String, Placed>> found = new ArrayList<>();
        source.forEach(new RecordVisitor() {
            private int next; // records of a piece come in order, as a rule: the search goes on where it was

            private boolean isSuspect(long place) {
                if (next > 0 && places[next - 1] >= place) {
                    next = 0;
                }
                if (next == 0) {
                    int found = Arrays.binarySearch(places, place);
                    next = found >= 0 ? found : -found - 1;
                }
                while (next < places.length && places[next] < place) {
                    next++;
                }
                return next < places.length && places[next] == place;
            }

            @Override
            public void record(long place, byte[] bytes, int from, int length) {
                if (isSuspect(place) && Contract.check(bytes, from, length) instanceof Accepted accepted) {
                    Transaction transaction = accepted.transaction();
                    found.add(new Tuple2<>(transaction.transactionId(), new Placed(place, transaction)));
                }
            }

            @Override
            public void broken(long place, Rejected why) {
                // no transaction, so no duplicate
            }
        });
        return found.iterator();
    }

    private static Iterator<Duplicate> allButTheFirst(Iterable<Placed> sameId) {
        List<Placed> sorted = new ArrayList<>();
        sameId.forEach(sorted::add);
        sorted.sort(Comparator.comparingLong(Placed::place));
        Placed first = sorted.get(0);
        return sorted.stream().skip(1).map(later -> later.duplicateOf(first)).iterator();
    }

    private record Placed(long place, Transaction transaction) implements Serializable {
        Duplicate duplicateOf(Placed first) {
            return new Duplicate(place, transaction, first.place, !transaction.agreesWith(first.transaction));
        }
    }
}
