package workshop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 records | 0 are",
                "1 | 1 record | 1 is",
                "2 | 2 records | 2 are",
                "1200 | 1,200 records | 1,200 are"
            })
    void one_is_one_and_all_else_is_many(long number, String records, String are) {
        assertThat(Plural.of(number, "record")).isEqualTo(records);
        assertThat(Plural.of(number, "is", "are")).isEqualTo(are);
    }
}
