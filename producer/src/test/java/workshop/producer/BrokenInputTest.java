package workshop.producer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import workshop.producer.progress.ProduceReport;

class BrokenInputTest {
    private static Optional<String> warning(String text, long broken) {
        RecordSource source = StdinSource.of(new ByteArrayInputStream(text.getBytes(UTF_8)));
        long sent = 0;
        while (source.hasNext()) {
            source.next();
            sent++;
        }
        return BrokenInput.warning(
                "data.csv", "data.csv", "./workshop ...", source, new ProduceReport(sent, sent, 0, broken, 1));
    }

    @Test
    void a_file_of_another_kind_is_named_with_what_mends_it() {
        assertThat(warning("customer,amount\nAli,1.50\n", 2)).hasValue("""
                warning: none of the 2 records of data.csv keeps the contract; the layers will reject them all.
                  why: it looks like CSV (commas between the fields); wanted is one JSON object a line.
                 next: write each row as an object: {"customer": "Ali", "amount": 1.50}""");
    }

    @Test
    void of_lines_of_json_the_reasons_are_elsewhere() {
        assertThat(warning("{\"customer\":\"Ali\"}\n", 1)).hasValue("""
                warning: the only record of data.csv breaks the contract; the layers will reject it.
                 next: ./workshop ...""");
    }

    @Test
    void an_empty_file_sent_nothing() {
        assertThat(warning("", 0)).hasValue("""
                warning: data.csv holds no record, so nothing was sent.
                  why: it is empty.
                 next: head -n 3 datasets/transactions.json, which shows what is wanted""");
    }

    @Test
    void one_record_that_keeps_the_contract_is_enough() {
        assertThat(warning("not JSON\n{\"customer\":\"Ali\",\"amount\":1}\n", 1))
                .isEmpty();
    }

    @Test
    void the_start_of_a_long_input_is_enough() {
        assertThat(warning("Ali;1,50\n".repeat(30_000), 30_000).orElseThrow()).contains("semicolons");
    }
}
