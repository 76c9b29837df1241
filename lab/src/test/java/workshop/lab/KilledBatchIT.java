package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workshop.batch.BatchReport;
import workshop.batch.Stage;
import workshop.producer.RateLimit;
import workshop.producer.random.RandomOptions;

/** A batch that is killed leaves nothing that the next does not take up, in whatever stage it was. */
class KilledBatchIT extends OnWorkbench {
    @ParameterizedTest
    @EnumSource(Stage.class)
    void a_batch_killed_in_any_stage_is_taken_up_by_the_next(Stage stage) throws Exception {
        bench.batch(Workbench.HISTORY);
        bench.produce(Workbench.events(3_000), RateLimit.unlimited());
        bench.countAllThatIsLeft("100");

        Process killed = bench.java(KilledBatch.class, bench.home().toString(), Workbench.HISTORY, stage.name());
        assertThat(killed.waitFor()).as(bench.output(0)).isEqualTo(KilledBatch.EXIT_CODE);
        bench.awaitNoRun();
        bench.agrees();
        bench.produce(new RandomOptions(1_000, 200, 8, 2, 1, 3), RateLimit.unlimited());
        bench.countAllThatIsLeft("100");

        BatchReport report = bench.batch(Workbench.HISTORY);

        boolean declared = stage != Stage.CUT; // a cut that was not committed never was
        assertThat(report.epoch()).isEqualTo(2);
        assertThat(report.resumed()).isEqualTo(declared);
        assertThat(report.archived()).isEqualTo(declared ? 3_000 : 4_000);
        bench.agrees();
        assertThat(bench.batch(Workbench.HISTORY).epoch()).isEqualTo(3);
        bench.agrees();
        assertThat(bench.ask("select sum(speed_total) from customer_totals")).isEqualTo("0.00");
    }
}
