package workshop.producer.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import workshop.producer.datasets.DatasetRecount.Sum;

/** What {@code datasets/README.md} says is recomputed from the files. On a mismatch the message holds what to write. */
class DatasetReadmeTest {
    private static final Path DATASETS = Path.of("../datasets");

    private static String readme;
    private static List<String> history;
    private static List<String> events;

    @BeforeAll
    static void read() throws IOException {
        readme = Files.readString(DATASETS.resolve("README.md"));
        history = Files.readAllLines(DATASETS.resolve("transactions.json"));
        events = Files.readAllLines(DATASETS.resolve("events.json"));
    }

    @Test
    void it_names_every_line_that_does_not_count_and_why() {
        DatasetRecount recount = new DatasetRecount();
        List<String> findings = new ArrayList<>(recount.findings(history));
        findings.addAll(recount.findings(events));
        assertThat(Pattern.compile("^\\| \\d+ \\| (rejected|duplicate|conflicting).*? \\|", Pattern.MULTILINE)
                        .matcher(readme)
                        .results()
                        .map(result -> result.group()))
                .containsExactlyElementsOf(findings);
    }

    @Test
    void it_says_how_many_lines_count() {
        DatasetRecount recount = new DatasetRecount();
        assertThat(readme).contains("| history | " + cells(recount.read(history)));
        assertThat(readme).contains("| history and events | " + cells(recount.read(events)));
    }

    @Test
    void it_says_the_totals_of_the_history() {
        assertThat(readme).contains(table(new DatasetRecount().read(history).totals()));
    }

    @Test
    void it_says_the_totals_of_the_events_with_their_duplicates() {
        assertThat(readme).contains(table(new DatasetRecount().read(events).withDuplicates()));
    }

    @Test
    void it_says_the_totals_of_both() {
        assertThat(readme)
                .contains(table(new DatasetRecount().read(history).read(events).totals()));
    }

    @Test
    void it_points_at_the_lines_that_only_look_wrong() {
        assertThat(readme).contains("| " + line(history, "\"amount\":\"45.00\"") + " | the amount is a string");
        assertThat(readme).contains("| " + line(history, "\"channel\"") + " | a field that the contract does not know");
        assertThat(readme).contains("| " + line(history, "+01:00") + " | the time has another zone");
        assertThat(readme).contains("**" + count(history, "\\{\"customer.*") + " lines of version 1**");
        assertThat(readme)
                .contains("**" + count(events, "\\{\"customer.*") + " lines of version 1**, from an old till: "
                        + withoutIds(events) + " in all.");
        assertThat(readme).contains("**" + count(history, ".*\"amount\":-.*") + " refunds**");
        assertThat(readme).contains("**" + count(events, ".*\"amount\":-.*") + " refunds**");
    }

    @Test
    void it_points_at_the_late_events() {
        List<Integer> late = new ArrayList<>();
        for (int line = 1; line <= events.size(); line++) {
            if (events.get(line - 1).matches("\\{\"transaction_id\":\"E.*\"timestamp.*")) {
                late.add(line);
            }
        }
        assertThat(late).hasSize(24);
        assertThat(readme)
                .contains("lines " + late.get(0) + " to " + late.get(11) + " and " + late.get(12) + " to "
                        + late.get(23));
    }

    private static String cells(DatasetRecount recount) {
        return recount.counts().replaceAll("[^0-9=]+", " ").trim().replaceAll(" =? ?", " | ") + " |";
    }

    private static String table(Map<String, Sum> totals) {
        StringBuilder table = new StringBuilder("| customer | total | transactions |\n|---|---:|---:|\n");
        totals.forEach((customer, sum) -> table.append(row(customer, sum)));
        return table.append(row("all", DatasetRecount.all(totals))).toString();
    }

    private static String row(String customer, Sum sum) {
        return "| " + customer + " | " + sum.amount() + " | " + sum.transactions() + " |\n";
    }

    private static int line(List<String> lines, String part) {
        List<Integer> found = new ArrayList<>();
        for (int line = 1; line <= lines.size(); line++) {
            if (lines.get(line - 1).contains(part)) {
                found.add(line);
            }
        }
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    /** What the lines come to that have no id. */
    private static BigDecimal withoutIds(List<String> lines) {
        List<String> without =
                lines.stream().filter(line -> line.startsWith("{\"customer")).toList();
        return DatasetRecount.all(new DatasetRecount().read(without).totals()).amount();
    }

    private static long count(List<String> lines, String pattern) {
        return lines.stream().filter(line -> line.matches(pattern)).count();
    }
}
