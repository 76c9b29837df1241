package workshop.producer.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workshop.settings.WorkshopException;

class RandomOptionsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1, 0, 0, 0",
        "-1, 1, 0, 0, 0",
        "1, 0, 0, 0, 0",
        "1, 1, -0.1, 0, 0",
        "1, 1, 0, 100.5, 0",
        "1, 1, 0, 0, NaN",
        "1, 1, 50, 40, 10.5",
    })
    void what_makes_no_sense_is_refused(long count, int customers, double duplicates, double malformed, double late) {
        WorkshopException refusal = catchThrowableOfType(
                WorkshopException.class, () -> new RandomOptions(count, customers, 1, duplicates, malformed, late));
        assertThat(refusal.exitCode()).isEqualTo(WorkshopException.USAGE);
    }

    @Test
    void percentages_may_be_fractions_and_add_up_to_all_records() {
        assertThatCode(() -> new RandomOptions(1, 1, 1, 0.5, 49.5, 50)).doesNotThrowAnyException();
    }
}
