package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workshop.batch.BatchReport;
import workshop.batch.Stage;
import workshop.lab.testing.Signals;
import workshop.producer.RateLimit;
import workshop.speed.SpeedLayer;
import workshop.speed.SpeedTrigger;

/** A batch that stands still while it has the hand-off to itself: Ctrl-Z, or the lid of a laptop. */
@Tag("full")
class StandingStillIT extends OnWorkbench {
    @ParameterizedTest
    @EnumSource(names = {"CUT", "PUBLISH"})
    void a_stopped_batch_loses_the_hand_off_and_the_speed_layer_goes_on(Stage stage) throws Exception {
        bench.batch(Workbench.HISTORY);
        bench.produce(Workbench.events(500), RateLimit.unlimited());
        bench.countAllThatIsLeft("100");
        Process batch = bench.java(StoppedBatch.class, bench.home().toString(), Workbench.HISTORY, stage.name());
        await().untilAsserted(() ->
                assertThat(Signals.isStopped(batch)).as(this::output).isTrue());
        assertThat(output())
                .as("it stands still where it keeps the others waiting")
                .isEqualTo("ExclusiveLock true\n");

        bench.produce(Workbench.events(500), RateLimit.unlimited());
        try (SpeedLayer speed = SpeedLayer.start(Workbench.SPARK, bench.settings(), SpeedTrigger.parse("100"))) {
            await().until(() -> {
                speed.requireRunning();
                return bench.ask("select sum(accepted + rejected) from speed_progress")
                        .equals("1000");
            });
        }
        bench.agrees();

        Signals.send(batch.pid(), "CONT");
        assertThat(batch.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(output().strip())
                .isEqualTo("ExclusiveLock true\nerror: PostgreSQL at "
                        + bench.settings().postgresServer() + "/workshop has ended a"
                        + " transaction of the role batch_layer.\n"
                        + "  why: The process stood still in the middle of it: it was stopped (Ctrl-Z, a laptop's sleep),"
                        + " or waited too long for something else. Others wait for its locks. Nothing of the transaction"
                        + " holds.\n"
                        + " next: the same command again");
        assertThat(batch.exitValue()).isEqualTo(1);
        boolean cut = stage == Stage.PUBLISH;
        assertThat(bench.ask("select open_epoch || ', ' || published_epoch from hand_off"))
                .isEqualTo(cut ? "3, 1" : "2, 1");
        bench.agrees();

        BatchReport next = bench.batch(Workbench.HISTORY);
        assertThat(next.archived()).isEqualTo(1_000);
        assertThat(bench.ask("select sum(speed_total) from customer_totals")).isEqualTo("0.00");
        assertThat(bench.agrees().behind()).isZero();
    }

    private String output() {
        try {
            return bench.output(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
