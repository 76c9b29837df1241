package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workshop.batch.BatchReport;
import workshop.lab.services.Home;
import workshop.lab.testing.Signals;
import workshop.producer.RateLimit;
import workshop.producer.random.RandomOptions;
import workshop.speed.SpeedLayer;
import workshop.speed.SpeedTrigger;

/** The hand-off under load, kills and re-runs: at every instant each record is counted once, by one layer. */
class HandOffIT extends OnWorkbench {
    private long counted() {
        return Long.parseLong(bench.ask("select coalesce(sum(accepted + rejected), 0) from speed_progress"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"real-time", "100"})
    void a_batch_takes_over_what_the_speed_layer_counted_and_no_total_moves(String trigger) throws Exception {
        bench.batch(Workbench.HISTORY);
        bench.produce(new RandomOptions(5_000, 50, 3, 0, 1, 0), RateLimit.unlimited());
        bench.countAllThatIsLeft(trigger);
        String before = bench.ask("select string_agg(customer || total || transactions, ',' order by customer)"
                + " from customer_totals");
        bench.agrees();

        BatchReport report = bench.batch(Workbench.HISTORY);

        assertThat(report.archived()).isEqualTo(5_000);
        assertThat(report.counts().read())
                .isEqualTo(report.counts().accepted()
                        + report.counts().duplicates()
                        + report.counts().rejected());
        assertThat(bench.ask("select string_agg(customer || total || transactions, ',' order by customer)"
                        + " from customer_totals"))
                .isEqualTo(before);
        assertThat(bench.ask("select sum(speed_total) from customer_totals")).isEqualTo("0.00");
        bench.agrees();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_speed_layer_killed_in_mid_stream_loses_and_doubles_nothing(boolean keepCheckpoint) throws Exception {
        CompletableFuture<Void> stream = CompletableFuture.runAsync(
                () -> produceUnchecked(Workbench.events(20_000), RateLimit.perSecond(2_000)));
        Process speed = bench.command("speed");
        await().until(() -> counted() > 3_000);

        speed.destroyForcibly().waitFor();
        bench.agrees();
        if (!keepCheckpoint) {
            Home.delete(bench.home().resolve("checkpoints"));
        }
        Process again = bench.command("speed", "--until-caught-up");

        assertThat(again.waitFor()).as(bench.output(1)).isZero();
        bench.agrees();
        stream.join();
        bench.countAllThatIsLeft("real-time");
        assertThat(counted()).isEqualTo(20_000);
    }

    @Test
    void a_batch_that_overtakes_the_speed_layer_is_right_and_the_naive_merge_is_not() throws Exception {
        Process speed = bench.command("speed");
        bench.produce("{\"customer\": \"Ali\", \"amount\": 1}", "{\"customer\": \"Sara\", \"amount\": 2}");
        await().until(() -> counted() == 2);
        Signals.send(speed.pid(), "STOP");
        bench.produce("{\"customer\": \"Ali\", \"amount\": 10}", "{\"customer\": \"Sara\", \"amount\": 20}");
        assertThat(bench.batch().counts().read()).isEqualTo(4);
        bench.agrees();

        Signals.send(speed.pid(), "CONT");
        await().until(() -> counted() == 4);
        bench.produce("{\"customer\": \"Sara\", \"amount\": 300}");
        await().until(() -> counted() == 5);

        bench.agrees();
        String totals = "select string_agg(customer || ' ' || total, ', ' order by customer) from ";
        assertThat(bench.ask(totals + "customer_totals")).isEqualTo("Ali 11.00, Sara 322.00");
        assertThat(bench.ask(totals + "customer_totals_naive")).isEqualTo("Ali 22.00, Sara 344.00");
        assertThat(bench.ask("select sum(transactions) from retired_speed_totals"))
                .isEqualTo("4");
    }

    @Test
    void two_speed_layers_at_once_count_each_record_once() throws Exception {
        CompletableFuture<Void> stream = CompletableFuture.runAsync(
                () -> produceUnchecked(Workbench.events(10_000), RateLimit.perSecond(2_000)));
        try (SpeedLayer one = SpeedLayer.start(Workbench.SPARK, bench.settings(), SpeedTrigger.parse("50"));
                SpeedLayer two = SpeedLayer.start(Workbench.SPARK, bench.settings(), SpeedTrigger.parse("70"))) {
            stream.join();
            one.awaitCaughtUp();
            two.awaitCaughtUp();
        }
        assertThat(counted()).isEqualTo(10_000);
        bench.agrees();
    }

    @Test
    void ten_batches_while_events_flow_never_show_a_reader_a_wrong_total() throws Exception {
        CompletableFuture<Void> stream = CompletableFuture.runAsync(
                () -> produceUnchecked(Workbench.events(15_000), RateLimit.perSecond(1_000)));
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger readings = new AtomicInteger();
        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                bench.agrees();
                readings.incrementAndGet();
            }
        });
        try (SpeedLayer speed = SpeedLayer.start(Workbench.SPARK, bench.settings(), SpeedTrigger.REAL_TIME)) {
            for (int run = 1; run <= 10; run++) {
                assertThat(bench.batch(Workbench.HISTORY).epoch()).isEqualTo(run);
            }
            done.set(true);
            reader.join();
            stream.join();
            speed.awaitCaughtUp();
        }
        bench.agrees();
        assertThat(readings.get()).isGreaterThan(20);
        assertThat(bench.batch(Workbench.HISTORY).counts().read()).isEqualTo(18_000);
        bench.agrees();
    }

    @Tag("full")
    @Test
    void a_million_random_events_are_counted_to_the_cent() throws Exception {
        bench.produce(new RandomOptions(1_000_000, 10_000, 11, 3, 1, 5), RateLimit.unlimited());
        bench.countAllThatIsLeft("real-time");
        assertThat(counted()).isEqualTo(1_000_000);

        BatchReport report = bench.batch(Workbench.HISTORY);

        assertThat(report.counts().read()).isEqualTo(1_003_000);
        assertThat(bench.agrees().duplicatesToTakeOut()).isZero();
        assertThat(bench.ask("select count(*) from rejected_records"))
                .isEqualTo(String.valueOf(report.counts().rejected()));
    }

    private void produceUnchecked(RandomOptions options, RateLimit rate) {
        try {
            bench.produce(options, rate);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
