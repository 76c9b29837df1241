package workshop.transactions.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workshop.transactions.Reason;
import workshop.transactions.Verdict.Rejected;

class HistoryKeyTest {
    @Test
    void a_key_is_read_as_it_was_written() {
        HistoryKey record = new HistoryKey(1834, "/data/transactions.json", null);
        HistoryKey broken = new HistoryKey(7, "/data/é.json", new Rejected(Reason.NOT_JSON, "two\nlines"));

        assertThat(HistoryKey.of(record.bytes())).contains(record);
        assertThat(HistoryKey.of(broken.bytes())).contains(broken);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "customer",
                "-1 /a",
                "1 ",
                "1 /a\nNOT_JSON",
                "1 /a\nNO_SUCH_REASON\nbar",
                "9999999999999999999 /a"
            })
    void what_somebody_else_has_written_is_no_key(String key) {
        assertThat(HistoryKey.of(key.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void a_record_without_a_key_has_none() {
        assertThat(HistoryKey.of(null)).isEmpty();
    }
}
