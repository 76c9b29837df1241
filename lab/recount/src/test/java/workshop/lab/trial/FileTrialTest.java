package workshop.lab.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.lab.services.Home;
import workshop.lab.trial.FileTrial.Finding;

class FileTrialTest {
    @TempDir
    private Path folder;

    @Test
    void each_record_that_does_not_count_is_named_with_its_line_and_the_reason() throws IOException {
        FileTrial trial = trial(
                "{\"customer\":\"Ali\",\"amount\":120.50}",
                "{\"transaction_id\":\"M-1\",\"customer\":\"Sara\",\"amount\":-20}",
                "{\"transaction_id\":\"M-1\",\"customer\":\"Sara\",\"amount\":-20}",
                "{\"transaction_id\":\"M-1\",\"customer\":\"Sara\",\"amount\":21}",
                "{\"customer\":\"Ali\",\"amount\":19.995}");

        assertThat(trial.findings())
                .containsExactly(
                        new Finding(3, "duplicate", "M-1, as in line 2"),
                        new Finding(4, "conflicting", "M-1, as in line 2"),
                        new Finding(
                                5,
                                "rejected",
                                "amount_too_many_decimals: amount \"19.995\" has 3 decimals, at most 2 are allowed"));
        assertThat(trial.read()).isEqualTo(5);
        assertThat(trial.accepted()).isEqualTo(2);
        assertThat(trial.duplicates()).isEqualTo(2);
        assertThat(trial.rejected()).isEqualTo(1);
        assertThat(trial.totals().of("Ali").amount()).isEqualTo("120.50");
        assertThat(trial.totals().of("Sara").amount()).isEqualTo("-20.00");
    }

    @Test
    void bytes_that_no_parser_reads_are_rejected_with_the_words_of_the_parser_asked_for_too() throws IOException {
        Path file = Files.write(folder.resolve("bytes.json"), new byte[] {0, 0x7B, 0, 0, '\n', (byte) 0xC3, '\n'});

        assertThat(FileTrial.of(file, true).rejected()).isEqualTo(2);
    }

    @Test
    void the_history_comes_to_what_its_page_says() {
        FileTrial trial = FileTrial.of(Home.root().resolve("datasets/transactions.json"));

        assertThat(trial.findings()).extracting(Finding::line).containsExactly(490L, 919L, 2105L, 2740L, 2950L);
        assertThat(trial.read()).isEqualTo(3000);
        assertThat(trial.accepted()).isEqualTo(2995);
        assertThat(trial.totals().of("Ali").amount()).isEqualTo("80540.20");
    }

    private FileTrial trial(String... lines) throws IOException {
        return FileTrial.of(Files.writeString(folder.resolve("file.json"), String.join("\n", lines) + "\n"));
    }
}
