package workshop.producer.random;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import workshop.transactions.Contract;
import workshop.transactions.Transaction;
import workshop.transactions.Verdict;
import workshop.transactions.Verdict.Accepted;
import workshop.transactions.Verdict.Rejected;

class RandomTransactionsTest {
    private static final Instant NOW = Instant.parse("2026-03-06T08:15:30.250Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final RandomOptions ALL_SORTS = new RandomOptions(20_000, 100, 7, 4, 2.5, 10);

    @Test
    void the_same_seed_gives_the_same_bytes() {
        assertThat(texts(ALL_SORTS)).isEqualTo(texts(ALL_SORTS));
        assertThat(texts(RandomOptions.clean(100, 100, 7))).isNotEqualTo(texts(RandomOptions.clean(100, 100, 8)));
    }

    @Test
    void a_seed_means_the_same_records_in_every_version_of_the_workshop() {
        assertThat(texts(RandomOptions.clean(3, 1000, 42)))
                .containsExactly(
                        "{\"transaction_id\":\"R42-1\",\"customer\":\"Omar\",\"amount\":108.13,\"timestamp\":\"2026-03-06T08:15:30.250Z\"}",
                        "{\"transaction_id\":\"R42-2\",\"customer\":\"customer-00402\",\"amount\":52.10,\"timestamp\":\"2026-03-06T08:15:30.250Z\"}",
                        "{\"transaction_id\":\"R42-3\",\"customer\":\"customer-00071\",\"amount\":43.02,\"timestamp\":\"2026-03-06T08:15:30.250Z\"}");
    }

    @Test
    void without_percentages_every_record_keeps_the_contract_and_has_an_id_of_its_own() {
        Set<String> ids = new HashSet<>();
        for (Transaction transaction : accepted(RandomOptions.clean(20_000, 50, 1))) {
            assertThat(ids.add(transaction.transactionId())).isTrue();
            assertThat(transaction.timestamp()).isEqualTo(NOW);
            assertThat(transaction.amount().abs()).isBetween(new BigDecimal("0.01"), new BigDecimal("5000.00"));
        }
        assertThat(ids).hasSize(20_000).contains("R1-1", "R1-20000");
    }

    @Test
    void a_few_are_refunds() {
        long refunds = accepted(RandomOptions.clean(20_000, 50, 1)).stream()
                .filter(transaction -> transaction.amount().signum() < 0)
                .count();
        assertThat(refunds).isCloseTo(400, Percentage.withPercentage(25));
    }

    @Test
    void duplicates_repeat_an_earlier_record_byte_for_byte() {
        List<String> texts = texts(new RandomOptions(20_000, 100, 3, 5, 0, 0));
        assertThat(texts.size() - new HashSet<>(texts).size()).isCloseTo(1_000, Percentage.withPercentage(20));
    }

    @Test
    void even_if_all_are_duplicates_the_first_is_not() {
        assertThat(new HashSet<>(texts(new RandomOptions(500, 10, 3, 100, 0, 0))))
                .hasSize(1);
    }

    @Test
    void so_many_are_malformed_as_were_asked_for() {
        long rejected = verdicts(ALL_SORTS).filter(Rejected.class::isInstance).count();
        assertThat(rejected).isCloseTo(500, Percentage.withPercentage(20));
        assertThat(verdicts(new RandomOptions(1_000, 10, 3, 0, 100, 0))).allMatch(Rejected.class::isInstance);
    }

    @Test
    void late_records_are_hours_to_days_behind() {
        List<Transaction> late = accepted(ALL_SORTS).stream()
                .filter(transaction -> transaction.timestamp().isBefore(NOW))
                .toList();
        assertThat(late.size()).isCloseTo(2_000, within(400));
        assertThat(late)
                .extracting(Transaction::timestamp)
                .allMatch(then -> !then.isAfter(NOW.minus(Duration.ofHours(1))))
                .allMatch(then -> then.isAfter(NOW.minus(Duration.ofDays(7))));
    }

    @Test
    void any_number_of_digits_fits_the_record() {
        assertThat(accepted(RandomOptions.clean(1_000, Integer.MAX_VALUE, Long.MIN_VALUE)))
                .hasSize(1_000)
                .anyMatch(transaction -> transaction.customer().length() >= "customer-1000000000".length());
    }

    private static List<Transaction> accepted(RandomOptions options) {
        return verdicts(options)
                .filter(Accepted.class::isInstance)
                .map(verdict -> ((Accepted) verdict).transaction())
                .toList();
    }

    private static Stream<Verdict> verdicts(RandomOptions options) {
        return records(options).stream().map(Contract::check);
    }

    private static List<String> texts(RandomOptions options) {
        return records(options).stream().map(bytes -> new String(bytes, UTF_8)).toList();
    }

    private static List<byte[]> records(RandomOptions options) {
        List<byte[]> records = new ArrayList<>();
        try (RandomSource source = new RandomSource(options, CLOCK)) {
            source.forEachRemaining(records::add);
            assertThat(source.expected()).hasValue(records.size());
        }
        return records;
    }
}
