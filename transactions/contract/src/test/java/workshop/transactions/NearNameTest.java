package workshop.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workshop.transactions.Verdict.Accepted;
import workshop.transactions.Verdict.Rejected;

/** A field that is missing, and the unknown one that is likely meant. */
class NearNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"costumer", "Customer", "CUSTOMER", "custommer", "customers", "cutsomer", " customer", "custmoer"
            })
    void a_misspelled_customer_is_named(String written) {
        assertThat(check("{\"" + written + "\":\"Ali\",\"amount\":1}"))
                .isEqualTo(new Rejected(Reason.CUSTOMER_MISSING, "customer is missing; is \"" + written + "\" meant?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ammount", "Amount", "AMOUNT", "amout", "amuont", "amounts"})
    void a_misspelled_amount_is_named(String written) {
        assertThat(check("{\"customer\":\"Ali\",\"" + written + "\":{\"amount\":1}}"))
                .isEqualTo(new Rejected(Reason.AMOUNT_MISSING, "amount is missing; is \"" + written + "\" meant?"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"client\":\"Ali\",\"amount\":1}                   | customer is missing",
                "{\"consumer_id\":\"Ali\",\"amount\":1}              | customer is missing",
                "{\"customer\":\"Ali\",\"account\":1,\"count\":2}    | amount is missing",
                "{\"customer\":\"Ali\",\"\":1}                       | amount is missing",
                "{\"amount\":1,\"more\":{\"costumer\":\"Ali\"}}      | customer is missing",
                "{\"custommers\":1,\"Customer\":2,\"amount\":1}      | customer is missing; is \"Customer\" meant?"
            })
    void a_name_that_is_far_or_elsewhere_is_not(String record, String sentence) {
        assertThat(((Rejected) check(record)).sentence()).isEqualTo(sentence);
    }

    @Test
    void a_long_field_name_costs_nothing() {
        assertThat(((Rejected) check("{\"" + "customer".repeat(5_000) + "\":1,\"amount\":1}")).sentence())
                .isEqualTo("customer is missing");
    }

    @Test
    void an_unknown_field_beside_both_is_allowed_whatever_its_name() {
        assertThat(check("{\"costumer\":\"Sara\",\"customer\":\"Ali\",\"ammount\":2,\"amount\":1}"))
                .isInstanceOf(Accepted.class);
    }

    private static Verdict check(String record) {
        return Contract.check(record.getBytes(StandardCharsets.UTF_8));
    }
}
