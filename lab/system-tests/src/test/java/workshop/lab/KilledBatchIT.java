package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workshop.batch.BatchReport;
import workshop.lab.KilledBatch.Point;
import workshop.producer.RateLimit;
import workshop.producer.random.RandomOptions;
import workshop.settings.Runner;

/** A batch that is killed leaves nothing that the next does not take up, wherever it was. */
class KilledBatchIT extends OnWorkbench {
    @ParameterizedTest
    @EnumSource(names = {"IN_THE_CUT", "BETWEEN_FILES_AND_LABEL", "BETWEEN_COMMIT_AND_RETIREMENT"})
    void a_batch_killed_is_taken_up_by_the_next_together_with_what_came_since(Point point) throws Exception {
        isTakenUpAfter(point);
    }

    @Tag("full")
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"IN_THE_CUT", "BETWEEN_FILES_AND_LABEL", "BETWEEN_COMMIT_AND_RETIREMENT"})
    void a_batch_killed_at_any_other_point_is_taken_up_too(Point point) throws Exception {
        isTakenUpAfter(point);
    }

    private void isTakenUpAfter(Point point) throws Exception {
        bench.batch(Workbench.HISTORY);
        bench.produce(Workbench.events(3_000), RateLimit.unlimited());
        bench.countAllThatIsLeft("100");

        Process killed = bench.java(KilledBatch.class, bench.home().toString(), Workbench.HISTORY, point.name());
        assertThat(killed.waitFor()).as(bench.output(0)).isEqualTo(KilledBatch.EXIT_CODE);
        bench.awaitNoRun();
        requireDiedAt(point);
        bench.agrees();
        bench.produce(new RandomOptions(1_000, 200, 8, 2, 1, 3), RateLimit.unlimited());
        bench.countAllThatIsLeft("100");

        BatchReport report = bench.batch(Workbench.HISTORY);

        boolean cut = point != Point.IN_THE_CUT; // a cut that was not committed never was
        boolean published = point == Point.BETWEEN_COMMIT_AND_RETIREMENT;
        assertThat(report.epoch()).isEqualTo(cut ? 3 : 2);
        assertThat(report.resumed()).isEqualTo(cut && !published ? List.of(2) : List.of());
        assertThat(report.archived()).isEqualTo(published ? 1_000 : 4_000);
        assertThat(report.text(Runner.COMMAND_LINE).contains("  taken up from a run that had not finished: epoch 2\n"))
                .isEqualTo(cut && !published);
        assertThat(bench.ask("select sum(speed_total) from customer_totals")).isEqualTo("0.00");
        assertThat(bench.ask("select count(*) from speed_totals"))
                .as("not retired")
                .isEqualTo("0");
        bench.agrees();
        assertThat(bench.batch(Workbench.HISTORY).resumed()).isEmpty();
        bench.agrees();
    }

    /** That the process has left behind what only a death at this point does. */
    private void requireDiedAt(Point point) throws IOException {
        assertThat(bench.ask("select open_epoch || ', ' || published_epoch from hand_off"))
                .isEqualTo(
                        switch (point) {
                            case IN_THE_CUT -> "2, 1";
                            case BETWEEN_COMMIT_AND_RETIREMENT -> "3, 2";
                            default -> "3, 1";
                        });
        List<String> files = lake();
        assertThat(files.stream().anyMatch(file -> file.contains("_temporary") && file.endsWith(".parquet")))
                .isEqualTo(point == Point.WITHIN_A_PARQUET_FILE);
        assertThat(files.stream().anyMatch(file -> file.endsWith("_SUCCESS")))
                .isEqualTo(point.compareTo(Point.BETWEEN_FILES_AND_LABEL) >= 0);
        assertThat(files.stream().anyMatch(file -> file.endsWith("epoch=2/_EPOCH")))
                .isEqualTo(point.compareTo(Point.BETWEEN_FILES_AND_LABEL) > 0);
        assertThat(bench.ask("select count(*) > 0 from speed_totals where epoch = 2"))
                .isEqualTo("t");
    }

    private List<String> lake() throws IOException {
        Path lake = Path.of(bench.settings().lake());
        if (!Files.exists(lake)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(lake)) {
            return files.map(Path::toString).toList();
        }
    }
}
