package workshop.producer.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workshop.producer.random.ZipfCustomers;

class WorkshopDatasetTest {
    private static final Path DATASETS = Path.of("../datasets");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"transactions.json", "events.json"})
    void the_files_in_the_repository_are_what_the_generator_writes(String name) throws IOException {
        WorkshopDataset.main(new String[] {folder.toString()});
        assertThat(Files.mismatch(folder.resolve(name), DATASETS.resolve(name)))
                .as("first byte that differs; run WorkshopDataset on the folder datasets")
                .isEqualTo(-1);
    }

    @Test
    void the_history_begins_with_the_original_atelier() {
        assertThat(WorkshopDataset.of("another").history())
                .startsWith(
                        "{\"customer\":\"Ali\",\"amount\":120}",
                        "{\"customer\":\"Sara\",\"amount\":90}",
                        "{\"customer\":\"Ali\",\"amount\":200}");
    }

    /** Each student's dataset has the same flaws, on other lines. */
    @ParameterizedTest
    @ValueSource(strings = {"workshop", "another", "Lina", "Zo\u00e9", "", "2026-1", "2026-2", "2026-3"})
    void every_seed_gives_the_same_counts(String seed) {
        WorkshopDataset dataset = WorkshopDataset.of(seed);
        DatasetRecount history = new DatasetRecount().read(dataset.history());
        assertThat(history.counts()).isEqualTo("read 3000 = accepted 2995 + duplicates 2 + rejected 3");
        assertThat(history.totals()).containsOnlyKeys(ZipfCustomers.NAMES);

        DatasetRecount events = new DatasetRecount().read(dataset.events());
        assertThat(events.counts()).isEqualTo("read 1200 = accepted 1192 + duplicates 4 + rejected 4");
        assertThat(events.totals()).containsOnlyKeys(ZipfCustomers.NAMES);
        assertThat(dataset.events().stream().filter(line -> !line.contains("transaction_id")))
                .hasSize(24)
                .allMatch(line -> line.matches("\\{\"customer\":\"[A-Z][a-z]+\",\"amount\":-?[0-9]+\\.[0-9]{2}}"));

        history.read(dataset.events());
        assertThat(history.counts()).isEqualTo("read 4200 = accepted 4186 + duplicates 7 + rejected 7");
    }

    @Test
    void another_seed_gives_other_lines() {
        assertThat(WorkshopDataset.of("another").events())
                .isNotEqualTo(WorkshopDataset.of("workshop").events());
    }
}
