package workshop.batch.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workshop.handoff.Epochs;
import workshop.transactions.Contract;
import workshop.transactions.Place;
import workshop.transactions.Rule;
import workshop.transactions.Total;
import workshop.transactions.Transaction;
import workshop.transactions.Verdict.Accepted;
import workshop.transactions.spark.Sessions;

class BatchViewTest {
    private static final Epochs EPOCHS = new Epochs(List.of(new Epochs.Cut(1, Instant.EPOCH, Map.of(0, 5L, 1, 3L))));

    private static JavaSparkContext spark;

    @BeforeAll
    static void start() {
        spark = JavaSparkContext.fromSparkContext(
                Sessions.start("batch view", "local[2]").sparkContext());
    }

    @AfterAll
    static void stop() {
        spark.close();
    }

    /** A record and where it stands. */
    private record Placed(long place, String json) implements java.io.Serializable {}

    private static String json(String id, String customer, String amount) {
        return "{\"transaction_id\":\"" + id + "\",\"customer\":\"" + customer + "\",\"amount\":" + amount + "}";
    }

    private static BatchView view(List<List<Placed>> pieces) {
        List<InputSplit> sources = new ArrayList<>();
        for (List<Placed> piece : pieces) {
            List<Placed> records = new ArrayList<>(piece);
            sources.add(visitor -> records.forEach(record -> {
                byte[] bytes = record.json().getBytes(StandardCharsets.UTF_8);
                visitor.record(record.place(), bytes, 0, bytes.length);
            }));
        }
        JavaRDD<InputSplit> rdd = spark.parallelize(sources, Math.max(1, sources.size()));
        return BatchView.of(rdd, EPOCHS, Rule.ALL, 3);
    }

    @Test
    void of_records_with_one_id_the_first_by_place_counts_wherever_it_is_read() {
        List<Placed> log = List.of(
                new Placed(Place.inLog(0, 1), json("T-1", "Ali", "30")),
                new Placed(Place.inLog(0, 2), json("T-2", "Sara", "5.50")));
        List<Placed> history = List.of(new Placed(Place.inHistory(0, 77), json("T-1", "Ali", "120")));

        try (BatchView view = view(List.of(log, history))) {
            assertThat(view.totals().collectAsMap())
                    .isEqualTo(Map.of("Ali", total("120.00", 1), "Sara", total("5.50", 1)));
            Duplicate duplicate = view.duplicates().first();
            assertThat(duplicate.place()).isEqualTo(Place.inLog(0, 1));
            assertThat(duplicate.countedPlace()).isEqualTo(Place.inHistory(0, 77));
            assertThat(duplicate.conflicting()).isTrue();
        }
    }

    @Test
    void a_customer_of_whom_only_duplicates_are_left_has_no_total() {
        List<Placed> records = List.of(
                new Placed(Place.inHistory(0, 0), json("T-1", "Ali", "120")),
                new Placed(Place.inHistory(0, 60), json("T-1", "Sara", "120")));

        try (BatchView view = view(List.of(records))) {
            assertThat(view.totals().collectAsMap()).isEqualTo(Map.of("Ali", total("120.00", 1)));
        }
    }

    @Test
    void records_of_the_log_are_counted_by_epoch() {
        List<Placed> records = List.of(
                new Placed(Place.inHistory(0, 0), "{}"),
                new Placed(Place.inLog(0, 4), "{}"),
                new Placed(Place.inLog(1, 3), "{}"),
                new Placed(Place.inLog(1, 4), json("T-9", "Ali", "1")));

        try (BatchView view = view(List.of(records))) {
            assertThat(view.counts().readByEpoch()).containsExactly(0, 1, 2);
            assertThat(view.counts().read()).isEqualTo(4);
            assertThat(view.counts().rejected()).isEqualTo(3);
        }
    }

    @Test
    void each_history_file_is_counted_over_all_of_its_pieces() {
        List<Placed> usable = List.of(new Placed(Place.inHistory(0, 0), json("T-1", "Ali", "1")));
        List<Placed> again = List.of(
                new Placed(Place.inHistory(0, 70), json("T-1", "Ali", "1")), new Placed(Place.inHistory(0, 140), "{}"));
        List<Placed> unusable = List.of(new Placed(Place.inHistory(2, 0), "Ali,1"));
        List<Placed> log = List.of(new Placed(Place.inLog(0, 4), json("T-9", "Ali", "1")));

        try (BatchView view = view(List.of(usable, again, unusable, log))) {
            assertThat(view.counts().of(0)).isEqualTo(new BatchCounts.OfFile(3, 2));
            assertThat(view.counts().of(1)).isEqualTo(new BatchCounts.OfFile(0, 0));
            assertThat(view.counts().of(2)).isEqualTo(new BatchCounts.OfFile(1, 0));
        }
    }

    @Test
    void of_nothing_there_are_no_totals() {
        try (BatchView view = view(List.of())) {
            assertThat(view.totals().collectAsMap()).isEmpty();
            assertThat(view.counts().read()).isZero();
        }
    }

    @Test
    void hashes_that_are_there_twice_are_found_once_each() {
        long[] one = {7, 100, 8, 101};
        long[] two = {7, 50, 9, 102, 7, 99};

        assertThat(IdHashes.repeated(List.of(one, two))).containsExactly(50, 99, 100);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void random_records_in_random_pieces_give_what_a_plain_recount_gives(long seed) {
        Random random = new Random(seed);
        List<Placed> all = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            long place = i < 1_000 ? Place.inHistory(i % 3, i) : Place.inLog(i % 2, i);
            String amount = (random.nextInt(20_000) - 2_000) + "." + (10 + random.nextInt(90));
            String customer = "customer " + random.nextInt(40);
            all.add(new Placed(
                    place, random.nextInt(50) == 0 ? "{broken" : json("T-" + random.nextInt(2_000), customer, amount)));
        }
        List<List<Placed>> pieces = pieces(all, random);

        try (BatchView view = view(pieces)) {
            assertThat(view.totals().collectAsMap()).isEqualTo(recount(all));
            BatchCounts counts = view.counts();
            assertThat(counts.read()).isEqualTo(3_000);
            assertThat(counts.accepted() + counts.duplicates() + counts.rejected())
                    .isEqualTo(3_000);
            assertThat(counts.duplicates())
                    .isPositive()
                    .isEqualTo(view.duplicates().count());
            assertThat(counts.rejected())
                    .isPositive()
                    .isEqualTo(view.rejections().count());
        }
    }

    /** Cut at random places; the pieces in any order, as tasks run. */
    private static List<List<Placed>> pieces(List<Placed> all, Random random) {
        List<Placed> sorted = new ArrayList<>(all);
        sorted.sort((a, b) -> Long.compare(a.place(), b.place()));
        List<List<Placed>> pieces = new ArrayList<>();
        for (int from = 0; from < sorted.size(); ) {
            int to = Math.min(sorted.size(), from + 1 + random.nextInt(900));
            pieces.add(sorted.subList(from, to));
            from = to;
        }
        Collections.shuffle(pieces, random);
        return pieces;
    }

    private static Map<String, Total> recount(List<Placed> all) {
        List<Placed> sorted = new ArrayList<>(all);
        sorted.sort((a, b) -> Long.compare(a.place(), b.place()));
        Set<String> ids = new HashSet<>();
        Map<String, Total> totals = new HashMap<>();
        for (Placed record : sorted) {
            if (Contract.check(record.json().getBytes(StandardCharsets.UTF_8)) instanceof Accepted accepted) {
                Transaction transaction = accepted.transaction();
                if (ids.add(transaction.transactionId())) {
                    totals.merge(transaction.customer(), Total.of(transaction, Rule.ALL), Total::plus);
                }
            }
        }
        return totals;
    }

    private static Total total(String amount, long transactions) {
        return new Total(new java.math.BigDecimal(amount), transactions);
    }
}
