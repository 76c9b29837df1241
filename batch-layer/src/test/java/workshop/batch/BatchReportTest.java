package workshop.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import workshop.batch.view.BatchCounts;
import workshop.settings.Advice;
import workshop.settings.Command;
import workshop.settings.Runner;
import workshop.transactions.Rule;
import workshop.transactions.Total;

class BatchReportTest {
    private static final String FACTS = """
            Epoch 2 is published: totals of 3 customers.
              read 1,000 = accepted 990 + duplicates 6 + rejected 4
              of these, 10 records of the log are new in this epoch
            """;
    private static final String END = """
              history: a.json, as before
              warning: b.csv looks like CSV. Next: write each row as an object
            %s  cut 0.1 s
            """;

    private final BatchReport report = new BatchReport(
            2,
            10,
            new BatchCounts(1_000, 990, 6, 1, 4, new long[0], Map.of()),
            3,
            Rule.ALL,
            new Total(new BigDecimal("1.00"), 990),
            List.of("a.json, as before"),
            List.of(
                    Advice.of("b.csv looks like CSV. Next: ", Advice.of("write each row as an object")),
                    Advice.of("c.json holds no record. Next: ", Command.CONTRACT.with("c.json"))),
            List.of(),
            Map.of(Stage.CUT, Duration.ofMillis(100)));

    @Test
    void hints_are_typed_where_the_layer_runs() {
        assertThat(report.text(Runner.COMMAND_LINE))
                .isEqualTo(FACTS + """
                  1 of the duplicates says something else under the same id: ./workshop query --view duplicates
                  the rejected ones, with reason and place: ./workshop query --view rejected
                """
                        + END.formatted("  warning: c.json holds no record. Next: ./workshop contract c.json\n"));
        assertThat(report.text(Runner.COMPOSE)).contains(": docker compose run --rm workshop query --view rejected\n");
    }

    @Test
    void without_a_place_to_type_commands_the_facts_are_left() {
        assertThat(report.textWithoutCommands()).isEqualTo(FACTS + END.formatted(""));
    }
}
