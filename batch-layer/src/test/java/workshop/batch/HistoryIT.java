package workshop.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workshop.batch.view.BatchCounts;
import workshop.lab.testing.OnBench;
import workshop.lab.testing.TestSpark;

/** History files through the whole batch layer: none loses a transaction in silence. */
class HistoryIT extends OnBench {
    private BatchReport batch(String... history) {
        return new BatchLayer(TestSpark.SESSION, bench.settings(), List.of(history), StageListener.NONE).run();
    }

    private String total(String customer) {
        return bench.ask(
                "select total || ' in ' || transactions from customer_totals where customer = '" + customer + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"customer\": \"Ali\", \"amount\": 120},\n{\"customer\": \"Sara\", \"amount\": 90},\n"
                        + "{\"customer\": \"Ali\", \"amount\": 200}]\n",
                "[{\"customer\": \"Ali\", \"amount\": 120}, {\"customer\": \"Sara\", \"amount\": 90},"
                        + " {\"customer\": \"Ali\", \"amount\": 200}]",
                "[\r\n  {\r\n    \"customer\": \"Ali\",\r\n    \"amount\": 120\r\n  },\r\n  {\r\n    \"customer\": \"Sara\",\r\n"
                        + "    \"amount\": 90\r\n  },\r\n  {\"customer\": \"Ali\", \"amount\": 200}\r\n]\r\n",
                "{\"customer\": \"Ali\", \"amount\": 120}\n\n{\"customer\": \"Sara\", \"amount\": 90}\n  \n"
                        + "{\"customer\": \"Ali\", \"amount\": 200}"
            })
    void ali_has_his_320_whatever_the_layout(String text) throws Exception {
        BatchCounts counts = batch(bench.file("history.json", text)).counts();

        assertThat(counts.accepted()).isEqualTo(3);
        assertThat(counts.rejected()).isZero();
        assertThat(total("Ali")).isEqualTo("320.00 in 2");
        assertThat(total("Sara")).isEqualTo("90.00 in 1");
        bench.agrees();
    }

    @Test
    void rejected_and_duplicate_lines_keep_their_place_and_reason() throws Exception {
        String file = bench.file("history.json", """
                {"transaction_id": "T-1", "customer": "Ali", "amount": 120}
                {"transaction_id": "T-2", "customer": "Sara", "amount": 90.005}

                {"transaction_id": "T-1", "customer": "Ali", "amount": 121}
                {"transaction_id": "T-1", "customer": "Ali", "amount": 120}
                """);

        BatchCounts counts = batch(file).counts();

        assertThat(counts.duplicates()).isEqualTo(2);
        assertThat(counts.conflicting()).isEqualTo(1);
        assertThat(bench.ask("select line || ' ' || code || ': ' || sentence from rejected"))
                .isEqualTo("2 amount_too_many_decimals: amount \"90.005\" has 3 decimals, at most 2 are allowed");
        assertThat(bench.ask("select string_agg(line || ' ' || conflicting || ' ' || counted, '; ' order by line)"
                        + " from duplicates"))
                .isEqualTo("4 true " + file + ", line 1; 5 false " + file + ", line 1");
        assertThat(total("Ali")).isEqualTo("120.00 in 1");
        bench.agrees();
    }

    @Test
    void of_two_files_and_the_log_the_first_record_of_an_id_counts() throws Exception {
        bench.produce("{\"transaction_id\": \"T-1\", \"customer\": \"Ali\", \"amount\": 3}");
        String second = bench.file("b.json", "{\"transaction_id\": \"T-1\", \"customer\": \"Ali\", \"amount\": 2}\n");
        String first = bench.file("a.json", "{\"transaction_id\": \"T-1\", \"customer\": \"Ali\", \"amount\": 1}\n");

        BatchReport report = batch(second, first);

        assertThat(report.counts().duplicates()).isEqualTo(2);
        assertThat(total("Ali")).isEqualTo("1.00 in 1");
        bench.agrees();
    }

    @Test
    void a_large_file_is_cut_into_ranges_and_counted_once() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 120_000; i++) {
            lines.append("{\"transaction_id\":\"L-").append(i).append("\",\"customer\":\"Ali\",\"amount\":0.01}\n");
        }
        assertThat(lines.toString().getBytes(StandardCharsets.UTF_8).length).isGreaterThan(4 << 20);

        BatchCounts counts = batch(bench.file("large.json", lines.toString())).counts();

        assertThat(counts.accepted()).isEqualTo(120_000);
        assertThat(total("Ali")).isEqualTo("1200.00 in 120000");
    }
}
