package workshop.producer.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipfCustomersTest {
    private static final int DRAWS = 200_000;

    @Test
    void the_first_customers_buy_most_and_the_last_still_buy() {
        int[] draws = draw(12);
        double ofAll = DRAWS / Math.log(13);
        for (int rank = 1; rank <= 12; rank++) {
            double expected = ofAll * Math.log((rank + 1.0) / rank);
            assertThat((double) draws[rank]).isCloseTo(expected, Percentage.withPercentage(5));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 12, 1_000})
    void every_rank_is_drawn_and_no_other(int count) {
        int[] draws = draw(count);
        assertThat(draws[0]).isZero();
        assertThat(draws).hasSize(count + 1);
        for (int rank = 1; rank <= count; rank++) {
            assertThat(draws[rank]).as("rank %d", rank).isPositive();
        }
    }

    @Test
    void names_are_real_ones_first_and_numbers_then() {
        assertThat(ZipfCustomers.name(1)).isEqualTo("Ali");
        assertThat(ZipfCustomers.name(12)).isEqualTo("Noah");
        assertThat(ZipfCustomers.name(13)).isEqualTo("customer-00013");
        assertThat(ZipfCustomers.name(1_234_567)).isEqualTo("customer-1234567");
    }

    private static int[] draw(int count) {
        ZipfCustomers customers = new ZipfCustomers(count);
        Randomness randomness = new Randomness(1);
        int[] draws = new int[count + 1];
        for (int i = 0; i < DRAWS; i++) {
            draws[customers.rank(randomness)]++;
        }
        return draws;
    }
}
