package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workshop.batch.BatchReport;
import workshop.kappa.KappaJob;
import workshop.lab.verify.Comparison;
import workshop.lab.verify.Verification;
import workshop.settings.WorkshopException;
import workshop.speed.SpeedLayer;
import workshop.speed.SpeedTrigger;

/** A log as hostile as Kafka allows, and every command upon it: exact to the cent, or refused by name. */
class HostileLogIT extends OnWorkbench {
    private static final int RECORDS = 20_000;
    private static final int ROUNDS = 4;

    private Random random;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void every_command_is_exact_on_a_hostile_log_and_refuses_one_that_was_made_anew(long seed) throws Exception {
        isExactOn(seed);
    }

    @Tag("full")
    @ParameterizedTest
    @ValueSource(longs = {3, 4, 5, 6, 7, 8, 9, 10})
    void every_command_is_exact_on_other_hostile_logs_too(long seed) throws Exception {
        isExactOn(seed);
    }

    private void isExactOn(long seed) throws Exception {
        random = new Random(-seed);
        try (HostileLog log = new HostileLog(bench.settings(), seed)) {
            for (int round = 0; round < ROUNDS; round++) {
                log.write(RECORDS / ROUNDS);
                goOn();
                bench.agrees();
            }
            log.settle();
            speedCatchesUp();
            Verification agreed = bench.agrees();
            assertThat(agreed.behind()).as("lag, with nothing but markers left").isZero();
            assertThat(agreed.records()).isEqualTo(log.committed().records());
            assertThat(agreed.rejected()).isEqualTo(log.committed().rejected());

            BatchReport report = bench.batch(); // takes the duplicates out
            kappaCatchesUp();
            assertThat(report.counts().read()).isEqualTo(log.committed().records());
            assertThat(report.counts().rejected()).isEqualTo(log.committed().rejected());
            allIsCounted(log);
        }
        bench.makeTopicAnew();
        bench.produce("{\"customer\": \"Ali\", \"amount\": 1}");
        everyCommandRefuses();
    }

    /** One of the layers, as the seed says; every third time two. */
    private void goOn() {
        int which = random.nextInt(3);
        if (which != 0) {
            speedCatchesUp();
        }
        if (which != 1) {
            bench.batch();
        }
        if (random.nextInt(4) == 0) {
            kappaCatchesUp();
        }
    }

    private void speedCatchesUp() {
        String trigger = random.nextBoolean() ? "real-time" : "0";
        try (SpeedLayer speed = SpeedLayer.start(Workbench.SPARK, bench.settings(), SpeedTrigger.parse(trigger))) {
            speed.awaitCaughtUp();
        }
    }

    private void kappaCatchesUp() {
        try (KappaJob kappa = KappaJob.start(Workbench.SPARK, bench.settings(), "v1", null)) {
            kappa.awaitCaughtUp();
        }
    }

    private void allIsCounted(HostileLog log) {
        bench.agrees();
        assertThat(bench.ask("select string_agg(customer || ' ' || total, ', ' order by customer collate \"C\")"
                        + " from customer_totals"))
                .isEqualTo(log.committed().totals());
        assertThat(Comparison.run(bench.settings()).isEqual()).as("Kappa too").isTrue();
        assertThat(bench.cli("status").out()).contains("lag         0 records not counted yet\n");
    }

    private void everyCommandRefuses() {
        refused(() -> bench.batch());
        refused(this::speedCatchesUp);
        refused(this::kappaCatchesUp);
        refused(() -> bench.verify());
        refused(() -> Comparison.run(bench.settings()));
    }

    private static void refused(ThrowingCallable command) {
        assertThatThrownBy(command)
                .isInstanceOfSatisfying(WorkshopException.class, refusal -> assertThat(refusal.what())
                        .isEqualTo("The topic transactions is not the one that was counted."));
    }
}
