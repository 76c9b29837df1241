package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import workshop.batch.BatchOptions;
import workshop.kappa.HistoryLoad;
import workshop.kappa.KappaJob;
import workshop.kappa.KilledKappa;
import workshop.kappa.KilledPromotion;
import workshop.kappa.Promotion;
import workshop.lab.services.Home;
import workshop.lab.verify.Comparison;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;
import workshop.speed.SpeedLayer;
import workshop.speed.SpeedTrigger;
import workshop.transactions.Rule;

/** Kappa beside Lambda: equal to the cent if they must be, and a reason for every other difference. */
class KappaIT extends OnWorkbench {

    private String history(String name, String... lines) throws Exception {
        return bench.file(name, String.join("\n", lines) + "\n");
    }

    private HistoryLoad.Report load(String file) {
        return new HistoryLoad(bench.settings(), sent -> {}).load(Path.of(file));
    }

    private void kappa(String version, Rule rule) {
        kappa(bench.settings(), version, rule);
    }

    private static void kappa(Settings settings, String version, Rule rule) {
        try (KappaJob job = KappaJob.start(Workbench.SPARK, settings, version, rule)) {
            job.awaitCaughtUp();
        }
    }

    private void speed(Rule rule) {
        try (SpeedLayer speed = SpeedLayer.start(Workbench.SPARK, bench.settings(), SpeedTrigger.parse("0"), rule)) {
            speed.awaitCaughtUp();
        }
    }

    private Comparison compare(String version) {
        Comparison comparison = Comparison.run(bench.settings(), version);
        assertThat(comparison.rows().stream().filter(row -> !row.explained()).toList())
                .isEmpty();
        return comparison;
    }

    private static List<String> reasons(Comparison comparison) {
        return comparison.rows().stream()
                .flatMap(row -> row.reasons().stream())
                .map(reason -> reason.replaceAll("[+-]?[0-9]+", "N")
                        .replaceAll("(record|duplicate)s?", "$1s")
                        .replaceFirst(", N\\.N$", ""))
                .distinct()
                .sorted()
                .toList();
    }

    private long read(String version) {
        return Long.parseLong(
                bench.ask("select coalesce(max(read), 0) from kappa_versions where version = '" + version + "'"));
    }

    static Stream<Arguments> seeds() {
        return Stream.of(arguments(1L, true), arguments(2L, false));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void two_hundred_thousand_random_events_come_to_the_same_cents_on_both_ways(long seed, boolean historyFirst)
            throws Exception {
        RandomLines random = new RandomLines(seed, 150_000);
        String history = history("history.json", random.next(60_000));
        if (historyFirst) {
            load(history);
        }
        bench.produce(random.next(140_000));
        kappa("v1", Rule.ALL);
        load(history); // what stands before the stream arrives after it, where it was not loaded yet
        assertThat(load(history).sent()).isZero();

        bench.batch(); // of an empty history: the batch layer takes the stream so far
        bench.produce(random.next(2_000));
        speed(Rule.ALL);
        Comparison before = compare(null);
        assertThat(reasons(before)).contains("Kappa: behind by N records", "merged: N duplicates not yet removed");

        kappa("v1", null);
        bench.batch(history);
        Comparison after = compare(null);

        assertThat(after.isEqual()).as(reasons(after).toString()).isTrue();
        assertThat(after.records()).isEqualTo(202_000);
        assertThat(after.duplicates()).isGreaterThan(20_000);
        assertThat(after.rejected()).isGreaterThan(1_000);
        assertThat(bench.ask(
                        "select read || ' ' || accepted || ' ' || duplicates || ' ' || rejected from kappa_versions"))
                .isEqualTo(bench.ask("select read || ' ' || accepted || ' ' || duplicates || ' ' || rejected"
                        + " from batch_runs order by epoch desc limit 1"));
        assertThat(bench.ask("select count(*) from kappa_rejected"))
                .isEqualTo(bench.ask("select count(*) from rejected_records"));
        assertThat(bench.cli("compare").out()).contains("Lambda, Kappa and the recount agree, to the cent.");
    }

    @Test
    void a_job_killed_in_a_replay_goes_on_and_is_exact_at_every_instant() throws Exception {
        RandomLines random = new RandomLines(4, 40_000);
        String history = history("history.json", random.next(20_000));
        load(history);
        bench.produce(random.next(20_000));
        bench.batch(history);

        Process killed = bench.java(KilledKappa.class, bench.home().toString(), "2");
        assertThat(killed.waitFor()).as(bench.output(0)).isEqualTo(KilledKappa.EXIT_CODE);
        bench.awaitNoRun();
        assertThat(read("v1")).isBetween(7_000L, 8_000L);
        assertThat(reasons(compare(null))).contains("Kappa: behind by N records");

        Map<String, String> small = Map.of("WORKSHOP_KAPPA_BATCH", "4000");
        Process job = bench.commandWith(small, "kappa", "run");
        await().until(() -> read("v1") > 8_000);
        job.destroyForcibly().waitFor();
        bench.awaitNoRun();
        assertThat(reasons(compare(null)))
                .allMatch(
                        reason -> reason.startsWith("Kappa: behind by") || reason.startsWith("Kappa: another record"));
        kappa("v1", null);

        assertThat(compare(null).isEqual()).isTrue();
        assertThat(read("v1")).isEqualTo(40_000);
    }

    @Test
    void notes_restored_from_a_copy_are_refused_and_nothing_counts_twice() throws Exception {
        RandomLines random = new RandomLines(7, 10_000);
        bench.produce(random.next(2_000));
        kappa("v1", null);
        Path checkpoints = bench.home().resolve("checkpoints");
        Path copy = bench.home().resolve("copy");
        copy(checkpoints, copy);
        bench.produce(random.next(2_000));
        kappa("v1", null);
        String before = bench.ask("select sum(total) || ' ' || sum(transactions) from kappa_totals");
        Home.delete(checkpoints);
        copy(copy, checkpoints);

        bench.produce(random.next(500));
        assertThatThrownBy(() -> kappa("v1", null))
                .hasMessageContaining("The job was sent offset")
                .hasMessageContaining("comes next");

        assertThat(bench.ask("select sum(total) || ' ' || sum(transactions) from kappa_totals"))
                .isEqualTo(before);
        assertThat(reasons(compare(null))).contains("Kappa: behind by N records");
    }

    private static void copy(Path from, Path to) throws Exception {
        assertThat(new ProcessBuilder("cp", "-r", from.toString(), to.toString())
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void a_wrong_cent_is_not_explained_away() throws Exception {
        bench.produce(
                "{\"customer\": \"Ali\", \"amount\": 5, \"transaction_id\": \"a\"}",
                "{\"customer\": \"Ali\", \"amount\": 5, \"transaction_id\": \"a\"}",
                "{\"customer\": \"Sara\", \"amount\": 7}");
        kappa("v1", null);
        bench.batch();
        assertThat(Comparison.run(bench.settings()).isEqual()).isTrue();

        bench.execute("update kappa_totals set total = total + 0.01 where customer = 'Sara'");
        Workbench.Outcome wrong = bench.cli("compare");
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.out()).contains("Kappa: UNEXPLAINED, +0.01", "A difference has no reason: a total is wrong.");

        bench.execute("update kappa_totals set total = total - 0.01 where customer = 'Sara'");
        bench.execute("update kappa_versions set forgotten = 1");
        bench.execute(
                "update kappa_totals set total = total - 5, transactions = transactions - 1 where customer = 'Ali'");
        assertThat(bench.cli("compare").out()).contains("Kappa: UNEXPLAINED, -5.00");
        bench.execute(
                "update kappa_totals set total = total + 10, transactions = transactions + 2 where customer = 'Ali'");
        assertThat(bench.cli("compare").out())
                .contains("Kappa: 1 duplicate that came after its id was forgotten, +5.00");
        bench.execute("update batch_totals set total = total - 1 where customer = 'Sara'");
        assertThat(bench.cli("compare", "--customer", "Sara").out()).contains("merged: UNEXPLAINED, -1.00");
    }

    @Test
    void what_others_write_to_the_topic_of_the_history_is_rejected_with_its_place() throws Exception {
        load(history("history.json", "{\"customer\": \"Ali\", \"amount\": 1}"));
        Settings history = bench.settings().with("topic", bench.settings().historyTopic());
        try (var source = workshop.producer.StdinSource.of(
                        new java.io.ByteArrayInputStream("{\"customer\": \"Ali\", \"amount\": 2}\n".getBytes()));
                var producer = workshop.producer.TransactionProducer.connect(history)) {
            producer.send(
                    source, workshop.producer.RateLimit.unlimited(), workshop.producer.progress.SendProgress.silent());
        }
        kappa("v1", null);

        assertThat(bench.ask("select total from kappa_customer_totals")).isEqualTo("1.00");
        assertThat(bench.ask("select topic || ' ' || code from kappa_rejected"))
                .isEqualTo("transactions.history place_missing");
        compare(null);
    }

    @Test
    void two_versions_at_once_are_exact_each_and_the_view_moves_when_the_second_has_caught_up() throws Exception {
        RandomLines random = new RandomLines(5, 30_000);
        String history = history("history.json", random.next(10_000));
        load(history);
        bench.produce(random.next(10_000));
        bench.batch(history);
        try (KappaJob one = KappaJob.start(Workbench.SPARK, bench.settings(), "v1", null)) {
            one.awaitCaughtUp();
            bench.execute("select create_kappa_version('v2', 'no-refunds', 'none', 1, '', '')");
            assertThat(bench.cli("kappa", "promote", "v2").err()).contains("is not the one that was counted");
            bench.execute("select drop_kappa_version('v2')");
            bench.produce(random.next(5_000));
            try (KappaJob two = KappaJob.start(Workbench.SPARK, bench.settings(), "v2", Rule.NO_REFUNDS)) {
                two.awaitCaughtUp();
                one.awaitCaughtUp();
                assertThat(bench.cli("kappa", "versions").out()).containsPattern("v1 +true +true +all +25000");
                Process killed = bench.java(KilledPromotion.class, bench.home().toString(), "v2");
                assertThat(killed.waitFor()).as(bench.output(0)).isEqualTo(KilledPromotion.EXIT_CODE);
                assertThat(bench.ask("select version from kappa_serving")).isEqualTo("v1");

                Promotion.Report promoted = new Promotion(bench.settings()).promote("v2", false);

                assertThat(promoted).isEqualTo(new Promotion.Report("v2", "v1", 0));
                assertThat(bench.ask("select sum(left_out_transactions) > 0 from kappa_customer_totals"))
                        .isEqualTo("t");
                assertThatThrownBy(() -> kappa("v2", null)).hasMessageContaining("The version v2 is running already.");
            }
        }
        bench.batch(history);
        assertThat(compare("v1").isEqual()).isTrue();
        assertThat(reasons(compare("v2"))).containsExactly("Kappa: counted by the rule no-refunds");

        assertThat(bench.cli("kappa", "drop", "v2").err()).contains("The version v2 answers at this moment.");
        bench.produce(random.next(10));
        kappa("v2", null);
        Workbench.Outcome refused = bench.cli("kappa", "promote", "v1");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("The version v1 has not caught up: it is 10 records behind v2");
        assertThat(bench.cli("kappa", "promote", "v1", "--even-if-behind").out())
                .contains("shows v1, no longer v2", "10 records of the log are not counted in it yet");
        assertThat(bench.cli("kappa", "drop", "v2").exitCode()).isZero();
        assertThat(bench.ask("select count(*) from kappa_totals where version = 'v2'"))
                .isEqualTo("0");
        assertThatThrownBy(() -> kappa("v1", Rule.REVIEW_LARGE))
                .hasMessageContaining("The version v1 counts by the rule all, not by review-large.");
    }

    @Test
    void a_load_that_was_killed_goes_on_and_a_file_is_loaded_once() throws Exception {
        String[] lines = new RandomLines(6, 500_000).next(400_000);
        String history = history("history.json", lines);
        Process load = bench.command("kappa", "load-history", history);
        await().until(() -> inLog() > 10_000);
        load.destroyForcibly().waitFor();
        bench.awaitNoRun();
        long there = inLog();
        assertThat(there).isLessThan(400_000);

        String other = history("other.json", "{\"customer\": \"Ali\", \"amount\": 1}");
        assertThatThrownBy(() -> load(other))
                .isInstanceOf(WorkshopException.class)
                .hasMessageContaining("did not come to its end");
        HistoryLoad.Report report = load(history);

        assertThat(report.records()).isEqualTo(400_000);
        assertThat(report.sent()).isBetween(1L, 400_000 - there);
        assertThat(inLog()).isEqualTo(400_000);
        assertThat(load(history).sent()).isZero();
        Files.writeString(Path.of(history), lines[0] + "\n");
        assertThatThrownBy(() -> load(history)).hasMessageContaining("has changed since it was loaded");
        assertThat(load(other).records()).isEqualTo(1);
        assertThat(inLog()).isEqualTo(400_001);

        String copy = history("copy.json", "{\"customer\": \"Ali\", \"amount\": 1}");
        assertThat(bench.cli("kappa", "load-history", copy).out())
                .contains(copy + ": in the log already, as " + other + ", which has the same content");
        assertThat(bench.cli("kappa", "load-history", bench.file("empty.json", ""))
                        .out())
                .contains("empty.json: 0 records are in the log now.");
        assertThat(inLog()).isEqualTo(400_001);
    }

    private long inLog() {
        try (workshop.handoff.TopicLog log = new workshop.handoff.TopicLog(
                bench.settings().kafka(), bench.settings().historyTopic())) {
            return log.endOffsets().values().stream().mapToLong(Long::longValue).sum();
        }
    }

    @Test
    void what_comes_back_after_its_id_was_forgotten_is_counted_and_named() throws Exception {
        Settings shortWindow = bench.settings().with("kappa.window", "10 seconds");
        String old = "{\"customer\": \"Ali\", \"amount\": 5, \"transaction_id\": \"a\", \"timestamp\": \""
                + Instant.now().minusSeconds(3_600) + "\"}";
        String young = "{\"customer\": \"Sara\", \"amount\": 7, \"transaction_id\": \"b\"}";
        bench.produce(old, young, old, young); // in one batch: within the window, however slow the machine is
        try (KappaJob job = KappaJob.start(Workbench.SPARK, shortWindow, "v1", null)) {
            job.awaitCaughtUp();
            assertThat(compare(null).rows())
                    .allMatch(row -> row.kappaDifference().signum() == 0);
            await().until(() -> {
                bench.produce("{\"customer\": \"Omar\", \"amount\": 1}");
                return bench.ask("select forgotten from kappa_versions").equals("2");
            });
            bench.produce(old, young);
            job.awaitCaughtUp();
        }
        bench.batch();

        Comparison found = compare(null);
        assertThat(found.rows().get(0).reasons())
                .containsExactly("Kappa: 1 duplicate older than the window, counted unchecked, +5.00");
        assertThat(found.rows().get(2).reasons())
                .containsExactly("Kappa: 1 duplicate that came after its id was forgotten, +7.00");
        assertThat(bench.ask("select transaction_id || ' ' || amount from kappa_unchecked"))
                .isEqualTo("a 5.00");
    }

    @Test
    void a_changed_rule_is_seen_in_lambda_until_both_layers_have_it() throws Exception {
        String history = history(
                "history.json", "{\"customer\": \"Ali\", \"amount\": 100}", "{\"customer\": \"Ali\", \"amount\": -30}");
        bench.batch(history);
        bench.produce("{\"customer\": \"Ali\", \"amount\": -1}", "{\"customer\": \"Ali\", \"amount\": 12000}");
        speed(Rule.ALL);
        assertThat(total("Ali")).isEqualTo("12069.00 4 0.00");
        assertThat(bench.cli("verify").out()).doesNotContain("mix");

        bench.produce("{\"customer\": \"Ali\", \"amount\": -2}");
        speed(Rule.NO_REFUNDS);

        assertThat(total("Ali")).isEqualTo("12069.00 4 -2.00");
        assertThat(bench.cli("verify").out())
                .contains(
                        "The recount agrees: 1 customer, 12069.00 in all, to the cent.\n",
                        "The totals mix rules (all, no-refunds)",
                        "The next batch by the rule all will count anew what the speed layer counted by the rule no-refunds:\n")
                .containsPattern("Ali +12069.00 +-2.00 +12067.00")
                .doesNotContain("duplicates that");
        assertThat(compare(null).rows().get(0).reasons())
                .containsExactly("merged: counted by the rules all, no-refunds, +2.00");

        bench.batch(BatchOptions.of(List.of(history), Rule.NO_REFUNDS));

        assertThat(total("Ali")).isEqualTo("12100.00 2 -33.00");
        assertThat(bench.cli("verify").out()).contains("The recount agrees").doesNotContain("mix");
        assertThat(bench.command("batch", "--history", history, "--rule", "review-large")
                        .waitFor())
                .isZero();
        assertThat(bench.output(0))
                .startsWith(
                        "The last batch counted by the rule no-refunds; this one counts by review-large.\nEpoch 3 is")
                .contains(
                        ": totals of 1 customer.\n",
                        "by the rule review-large, 1 of the accepted does not count: 12000.00");
        assertThat(total("Ali")).isEqualTo("67.00 4 12000.00");
        assertThat(bench.command("batch", "--history", history).waitFor()).isZero();
        assertThat(bench.output(1))
                .startsWith("The last batch counted by the rule review-large; this one counts by all."
                        + " To keep the rule: --rule review-large\nEpoch 4 is published: ");
        assertThat(bench.cli("batch", "--rule", "none").err()).contains("The rule \"none\" is not known.");
    }

    private String total(String customer) {
        return bench.ask(
                "select total || ' ' || transactions || ' ' || left_out from customer_totals where customer = '"
                        + customer + "'");
    }

    @Test
    void lost_state_and_another_topic_are_refused() throws Exception {
        bench.produce("{\"customer\": \"Ali\", \"amount\": 1, \"transaction_id\": \"a\"}");
        kappa("v1", null);
        Home.delete(bench.home().resolve("checkpoints"));

        assertThat(bench.command("kappa", "run").waitFor()).isEqualTo(1);
        assertThat(bench.output(0))
                .contains("The state of the version v1 is gone", "./workshop kappa run --version another_name");
        bench.execute("update kappa_versions set topic_id = 'another'");
        assertThatThrownBy(() -> kappa("v1", null)).hasMessageContaining("is not the one that was counted");
        assertThatThrownBy(() -> kappa("V-2", null)).hasMessageContaining("A version cannot be called \"V-2\".");
        assertThat(bench.cli("kappa", "promote", "v9").err()).contains("There is no version v9.");
        assertThat(bench.cli("compare", "--version", "v9").err()).contains("There is no version v9.");
    }
}
