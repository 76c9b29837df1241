package workshop.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TwinsTest {
    @Test
    void names_that_differ_in_capitals_accents_as_written_or_white_space_are_likely_one() {
        assertThat(words("Sara", "ali", "Zoe\u0308", "Ali", "Zo\u00eb", "Ali  B", "ALI", "Ali\u00a0B"))
                .containsExactly(
                        "\"ALI\", \"Ali\" and \"ali\"",
                        "\"Ali  B\" and \"Ali\\u00a0B\"",
                        "\"Zoe\\u0308\" and \"Zo\u00eb\"");
    }

    @Test
    void other_names_and_the_same_name_again_are_not() {
        assertThat(words("Ali", "Ali", "Alia", "Al i", "Zoe", "Zo\u00eb")).isEmpty();
    }

    @Test
    void letters_without_a_small_form_of_their_own_are_folded_too() {
        assertThat(words("Stra\u00dfe", "STRASSE")).hasSize(1);
    }

    private static List<String> words(String... customers) {
        return Twins.among(List.of(customers)).stream().map(Twins::words).toList();
    }
}
