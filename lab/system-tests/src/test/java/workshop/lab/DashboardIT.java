package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import workshop.batch.BatchOptions;
import workshop.kappa.HistoryLoad;
import workshop.kappa.KappaJob;
import workshop.lab.services.Home;
import workshop.lab.services.Ports;
import workshop.lab.verify.Continuous;
import workshop.producer.RateLimit;
import workshop.producer.random.RandomOptions;
import workshop.serving.http.DashboardServer;
import workshop.serving.http.LiveComparison;
import workshop.serving.http.Proof;
import workshop.settings.Runner;
import workshop.speed.SpeedLayer;
import workshop.speed.SpeedTrigger;

/** The page in a real browser, while the layers work. Its pictures are left under target/images. */
class DashboardIT {
    private static final String HISTORY =
            Home.root().resolve("datasets/transactions.json").toString();

    private static Workbench bench;
    private static Continuous<Proof> proof;
    private static Continuous<LiveComparison> comparison;
    private static DashboardServer server;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Browser.isInstalled(), "no Chromium: apt-get install chromium chromium-driver");
        bench = Workbench.startAlone();
        proof = Continuous.proof(bench.settings());
        comparison = Continuous.comparison(bench.settings());
        server = DashboardServer.start(bench.settings(), Runner.COMMAND_LINE, proof, comparison, "127.0.0.1", 0);
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
            proof.close();
            comparison.close();
            bench.close();
        }
    }

    /** One story, since each state of the page comes out of the one before. */
    @Test
    void the_page_shows_both_layers_at_work_and_the_hand_off_between_them() throws Exception {
        browser.open("http://127.0.0.1:" + server.port() + "/");
        shown(() -> assertThat(browser.attribute("body", "data-connection")).isEqualTo("live"));
        shown(() -> assertThat(browser.text("#banners")).contains("./workshop batch", "./workshop speed"));
        shown(() -> assertThat(browser.text("#kappa-state")).contains("./workshop kappa run"));
        assertThat(browser.text(".history")).isEqualTo("history\nnot counted yet");
        assertThat(browser.text("#sum-rule")).isEmpty();
        accessible();
        browser.picture("dashboard-1-empty");

        bench.batch(HISTORY);
        shown(() -> assertThat(browser.texts("#customers tr[data-customer]")).hasSize(12));
        shown(() -> assertThat(browser.text("#sum-batch")).contains("286,623.05"));
        assertThat(browser.text("#banners")).contains("./workshop speed").doesNotContain("./workshop batch");
        shown(() -> assertThat(browser.text("#proof-recounted")).isEqualTo("€286,623.05"));
        shown(() -> assertThat(browser.text("#merges")).doesNotContain("€0.00"));
        onlyHistory();
        browser.picture("dashboard-2-batch");

        try (SpeedLayer speed = SpeedLayer.start(Workbench.SPARK, bench.settings(), SpeedTrigger.REAL_TIME)) {
            CompletableFuture<Void> stream = CompletableFuture.runAsync(() -> produce(600, 60));
            shown(() -> assertThat(browser.text("#banners")).isEmpty());
            String before = browser.text("#sum-total");
            shown(() -> assertThat(browser.text("#sum-total")).isNotEqualTo(before));
            browser.picture("dashboard-3-speed");
            while (!stream.isDone()) {
                oneMoment();
            }
            stream.join();
            speed.awaitCaughtUp();
            total();

            handOff(speed);
            awayAndBack();
        }
        shown(() -> assertThat(browser.text("#banners")).contains("./workshop speed"));
        kappaBesideLambda();
        mixedRules();
        controls();
        assertThat(browser.requests())
                .isNotEmpty()
                .allMatch(url -> url.startsWith("http://127.0.0.1:" + server.port() + "/"));
        anotherCurrency();
        topicMadeAnew();
        assertThat(browser.complaints()).isEmpty();
        onePageTooMany();
    }

    /** All of the new topic is counted, one would say: it holds nothing. */
    private static void topicMadeAnew() throws Exception {
        bench.makeTopicAnew();
        browser.open("http://127.0.0.1:" + server.port() + "/");
        shown(() -> assertThat(browser.text("#coverage-state"))
                .isEqualTo("Not known: the log is not the one that was counted"));
        assertThat(browser.text("#banners"))
                .contains(
                        "The topic transactions is not the one that was counted. It was deleted and created again",
                        "What to do: ./workshop reset, to begin anew.");
        assertThat(browser.text("#handoff-state")).contains("The log in Kafka is not the one that was counted");
        shown(() -> assertThat(browser.text("#kappa-state"))
                .contains("not the one that it has counted: ./workshop reset begins anew"));
        accessible();
        browser.picture("dashboard-9-made-anew");
    }

    /** The history is beside the log, and what has no records is drawn so. */
    private static void onlyHistory() {
        assertThat(browser.text(".history")).isEqualTo("history\nin 1 file\n3,000 records");
        assertThat(browser.attribute(".history .block", "class")).isEqualTo("block batch");
        assertThat(browser.text("#handoff-state"))
                .isEqualTo("Epoch 2 is open. Epoch 1 is published. The history, 3,000 records in 1 file, is counted by"
                        + " batch.");
        assertThat(browser.texts(".column")).allMatch(column -> column.endsWith("empty"));
        assertThat(browser.texts(".lane .hollow"))
                .hasSize(2 * browser.texts(".lane").size());
        assertThat(browser.texts(".lane :is(.batch, .speed, .rest)")).isEmpty();
        assertThat(browser.text("#sum-rule")).isEqualTo("Counted by the rule all.");
        assertThat(browser.text("[data-merge=naive]"))
                .contains("no difference at this moment", "Would be wrong after the next batch")
                .doesNotContain("Wrong, because");
        assertThat(browser.text("[data-merge=by_clock]"))
                .contains("no difference at this moment", "Would be wrong with a record that arrives late");
    }

    /** Headline, cards and proof, read at once while events come: one moment, or one that is named as another. */
    private static void oneMoment() {
        List<?> seen = (List<?>) browser.driver().executeScript("""
                const text = (selector) => document.querySelector(selector).textContent;
                const time = (selector) => text(selector).match(/[0-9]{2}:[0-9]{2}:[0-9]{2}/)?.[0];
                return [text('#sum-total'), text('[data-merge=by_epoch] .amount'), time('#coverage-ages'), time('#merges-when'),
                  document.querySelector('#proof').dataset.moment, text('#proof-merged'), time('#proof-when'), text('#proof-when')];
                """);
        assertThat(seen.get(1)).as("the right card shows the headline's total").isEqualTo(seen.get(0));
        assertThat(seen.get(3)).as("the cards' moment").isEqualTo(seen.get(2));
        if (seen.get(4).equals("current")) {
            assertThat(seen.get(5)).as("the proof's total").isEqualTo(seen.get(0));
            assertThat(seen.get(6)).as("the proof's moment").isEqualTo(seen.get(2));
        } else {
            assertThat(seen.get(7).toString()).contains("The total at the top is newer");
        }
    }

    /** A batch moves amounts from one part to the other; no total moves. */
    private void handOff(SpeedLayer speed) throws Exception {
        String total = browser.text("#sum-total");
        String speedPart = browser.text("#sum-speed");
        assertThat(speedPart).doesNotContain(" 0.00").isNotEqualTo("€0.00");
        List<String> totals =
                List.of(bench.ask("select string_agg('€' || to_char(total, 'FM999,999,990.00'), ' ' order by"
                                + " total desc) from customer_totals")
                        .split(" "));
        shown(() -> assertThat(browser.texts("#customers tr[data-customer] td:nth-last-child(2)"))
                .isEqualTo(totals));

        bench.batch(HISTORY);

        shown(() -> assertThat(browser.text("#sum-speed")).isEqualTo("€0.00"));
        assertThat(browser.text("#sum-total")).isEqualTo(total);
        shown(() -> assertThat(browser.texts("#customers tr[data-customer] td:nth-last-child(2)"))
                .isEqualTo(totals));
        shown(() -> assertThat(browser.attribute("#proof", "data-state")).isEqualTo("agrees"));
        shown(() -> assertThat(browser.text("#proof-recounted")).isEqualTo(total));
        shown(() ->
                assertThat(browser.text("#merges [data-merge=naive] .error")).contains("12"));
        assertThat(browser.text("[data-merge=naive]")).contains("Wrong, because");
        accessible();
        refund(speed);
        produce(100, 1_000);
        speed.awaitCaughtUp();
        shown(() -> assertThat(browser.text("#sum-speed")).isNotEqualTo("€0.00"));
        shown(() -> assertThat(browser.text("#proof-recounted")).isEqualTo(browser.text("#sum-total")));
        shown(() -> assertThat(browser.text("#merges")).contains(browser.text("#sum-total")));
        browser.picture("dashboard-4-hand-off");
        browser.view("dashboard");
        onAPhone("hand-off");
        assertThat(browser.driver().findElement(By.id("paging")).isDisplayed())
                .as("controls for a single page")
                .isFalse();
    }

    /** What the speed layer takes away stands left of zero, not behind the batch part. */
    private static void refund(SpeedLayer speed) throws Exception {
        bench.produce("{\"customer\": \"Noah\", \"amount\": -5000}");
        speed.awaitCaughtUp();
        String noah = "#customers tr[data-customer=Noah] ";
        shown(() -> assertThat(browser.text(noah + ".speed_total")).isEqualTo("−€5,000.00"));
        shown(() -> assertThat(ends(noah + ".bar .speed").get(1))
                .isEqualTo(ends(noah + ".bar .zero").get(0), within(4.0)));
        assertThat(ends(noah + ".bar .batch").get(0))
                .isEqualTo(ends(noah + ".bar .zero").get(1), within(4.0));
        assertThat(ends("#sum-bar .speed").get(1))
                .isEqualTo(ends("#sum-bar .batch").get(0), within(4.0));
        browser.look("refund");
    }

    /** Where an element begins and ends, from the left, without what moves. */
    private static List<Double> ends(String selector) {
        List<?> ends = (List<?>) browser.driver().executeScript("""
                document.getAnimations().forEach(moving => moving.finish());
                const { left, right } = document.querySelector(arguments[0]).getBoundingClientRect();
                return [left, right];
                """, selector);
        return ends.stream().map(end -> ((Number) end).doubleValue()).toList();
    }

    /** In a window of 390 points everything is there, and nothing is cut or outside; folded it is a few screens long. */
    private static void onAPhone(String name) throws Exception {
        browser.phone();
        shown(() -> assertThat(browser.texts("#customers tr[data-customer]")).hasSize(6));
        assertThat(browser.text("#page-state")).isEqualTo("1 to 6 of 12 customers");
        assertThat(browser.cut()).isEmpty();
        assertThat(browser.height()).isLessThan(4 * Browser.PHONE_HEIGHT);
        accessible();
        browser.look(name + "-phone");
        browser.driver()
                .executeScript("document.querySelectorAll('.fold[aria-expanded=false]').forEach(fold => fold.click());"
                        + "document.querySelectorAll('details').forEach(details => { details.open = true; })");
        shown(() -> assertThat(browser.texts("#rejected tbody tr")).isNotEmpty());
        shown(() -> assertThat(browser.texts("#duplicates tbody tr")).isNotEmpty());
        assertThat(browser.text("#handoff-lanes")).contains("partition 0", "partition 3", " of ", "history");
        assertThat(browser.texts(".column").get(0)).startsWith("epoch");
        assertThat(browser.texts(".column")).allMatch(column -> column.matches("(?s).*(record|records|empty)"));
        assertThat(browser.cut()).isEmpty();
        accessible();
        browser.look(name + "-phone-open");
        browser.driver()
                .executeScript("document.querySelectorAll('.fold').forEach(fold => fold.click());"
                        + "document.querySelectorAll('details').forEach(details => { details.open = false; })");
        browser.wide();
        shown(() -> assertThat(browser.texts("#customers tr[data-customer]")).hasSize(12));
    }

    private void awayAndBack() throws Exception {
        total(); // or the last change would still be on its way to the page
        String total = browser.text("#sum-total");
        bench.kill("PostgreSQL");
        shown(() -> assertThat(browser.attribute("body", "data-connection")).isEqualTo("problem"));
        String away = "PostgreSQL does not answer at " + bench.settings().postgresServer()
                + ". What to do: ./workshop up; the page then goes on by itself.";
        shown(() -> assertThat(browser.text("#banners")).isEqualTo(away));
        assertThat(browser.text("#sum-total")).isEqualTo(total);
        assertThat(browser.text("#coverage-state")).matches("Not live: the numbers are those of \\d\\d:\\d\\d:\\d\\d");
        accessible();
        shown(() -> assertThat(browser.attribute("#coverage", "data-state")).isEqualTo("stale"));
        browser.picture("dashboard-5-postgresql-away");
        browser.driver().navigate().refresh();
        shown(() -> assertThat(browser.text("#coverage-state")).isEqualTo("No numbers are known yet"));
        shown(() -> assertThat(browser.text("#banners")).isEqualTo(away));
        assertThat(browser.text("#sum-total")).isEqualTo("–");
        assertThat(browser.text("#handoff-legend"))
                .as("of a drawing that is not there")
                .isEmpty();
        browser.look("nothing-known");
        bench.services().up(Ports.ANY);
        shown(() -> assertThat(browser.attribute("body", "data-connection")).isEqualTo("live"));
        total();
    }

    /** After a batch, which takes the duplicates out, the merged totals and Kappa's are the same. */
    private void kappaBesideLambda() throws Exception {
        bench.batch(HISTORY);
        new HistoryLoad(bench.settings(), sent -> {}).load(Path.of(HISTORY));
        try (KappaJob job = KappaJob.start(Workbench.SPARK, bench.settings(), "v1", null)) {
            job.awaitCaughtUp();
            shown(() -> assertThat(browser.texts("#kappa-versions tbody tr > *"))
                    .containsExactly("v1", "yes", "yes", "all", browser.text("#kappa-versions td:nth-child(5)"), "0"));
            shown(() ->
                    assertThat(browser.attribute("#comparison", "data-state")).isEqualTo("equal"));
            assertThat(browser.texts("#comparison tbody tr")).hasSize(12);
            accessible();
            browser.picture("dashboard-6-kappa");
        }
        shown(() -> assertThat(browser.text("#kappa-state")).contains("./workshop kappa run --version v1"));
        bench.ask("select create_kappa_version('v2', 'no-refunds', 'none', 60, history_topic_id, topic_id)"
                + " from kappa_versions");
        bench.execute("insert into kappa_progress select 'v2', topic, partition, next_offset from kappa_progress");
        shown(() -> assertThat(browser.text("#kappa-state")).contains("./workshop kappa promote v2"));
    }

    /** The speed layer goes on by another rule than the published batch; Kappa stands still meanwhile. */
    private void mixedRules() throws Exception {
        assertThat(browser.text("#banners")).doesNotContain("--rule");
        try (SpeedLayer speed = SpeedLayer.start(
                Workbench.SPARK, bench.settings(), SpeedTrigger.parse("100"), workshop.transactions.Rule.NO_REFUNDS)) {
            bench.produce("{\"customer\": \"Ali\", \"amount\": -12.5}", "{\"customer\": \"Sara\", \"amount\": 40}");
            speed.awaitCaughtUp();
            shown(() -> assertThat(browser.text("#banners"))
                    .contains("the rule all, the speed layer by no-refunds", "./workshop batch --rule no-refunds"));
            shown(() ->
                    assertThat(browser.texts("#comparison .differs")).containsExactly("+€12.50", "+€12.50", "−€40.00"));
            shown(() ->
                    assertThat(browser.texts("#kappa-versions .behind").get(0)).isEqualTo("2"));
            shown(() -> assertThat(browser.text("#sum-rule"))
                    .isEqualTo("Counted by several rules: batch by all, speed by no-refunds. Left out: 1 transaction,"
                            + " −€12.50."));
            accessible();
            browser.picture("dashboard-7-mixed-rules");
            onAPhone("mixed-rules");
        }
        bench.execute("update kappa_totals set total = total + 0.01 where customer = 'Omar'");
        shown(() -> assertThat(browser.attribute("#comparison", "data-state")).isEqualTo("unexplained"));
        assertThat(browser.texts("#comparison tbody tr").get(0)).contains("Omar", "UNEXPLAINED");
        bench.execute("update kappa_totals set total = total - 0.01 where customer = 'Omar'");
        shown(() -> assertThat(browser.attribute("#comparison", "data-state")).isEqualTo("differs"));
        bench.batch(BatchOptions.of(List.of(HISTORY), workshop.transactions.Rule.NO_REFUNDS));
        String leftOut = bench.ask("select sum(left_out_transactions) || ' transactions, −€' || "
                + "to_char(-sum(left_out), 'FM999,999.00') from customer_totals");
        shown(() -> assertThat(browser.text("#sum-rule"))
                .isEqualTo("Counted by the rule no-refunds. Left out: " + leftOut + " together."));
    }

    /** The same numbers with the sign of another currency: the setting's. */
    private static void anotherCurrency() {
        try (DashboardServer other = DashboardServer.start(
                bench.settings().with("currency", "USD"), Runner.COMMAND_LINE, proof, comparison, "127.0.0.1", 0)) {
            browser.open("http://127.0.0.1:" + other.port() + "/");
            shown(() -> assertThat(browser.text("#sum-total")).startsWith("$"));
            browser.open("about:blank");
        }
    }

    /** A page that finds no room says so, and goes on when there is room again. The browser complains of the refused streams. */
    private static void onePageTooMany() throws Exception {
        try (DashboardServer small = DashboardServer.start(
                bench.settings().with("dashboard.streams", "1"),
                Runner.COMMAND_LINE,
                proof,
                comparison,
                "127.0.0.1",
                0)) {
            String page = "http://127.0.0.1:" + small.port() + "/";
            InputStream other = URI.create(page + "api/stream").toURL().openStream();
            browser.open(page);
            shown(() -> assertThat(browser.text("#banners"))
                    .contains("Your address has as many open pages as it may have", "WORKSHOP_DASHBOARD_STREAMS"));
            other.close();
            shown(() -> assertThat(browser.attribute("body", "data-connection")).isEqualTo("live"));
            browser.open("about:blank");
        }
    }

    /** Sort, search, language, theme, details, by what a person clicks. */
    private void controls() throws Exception {
        browser.click("#customers th[data-sort=customer] button");
        shown(() -> assertThat(names()).hasSize(12).isSorted());
        browser.click("#customers th[data-sort=customer] button");
        shown(() -> assertThat(names()).isSortedAccordingTo(java.util.Comparator.reverseOrder()));
        browser.type("#search", "ar");
        shown(() -> assertThat(names()).containsExactlyInAnyOrder("Sara", "Omar", "Carlos"));
        browser.type("#search", "nobody of this name");
        shown(() -> assertThat(browser.text("#customers-empty")).isNotBlank());
        browser.type("#search", " \b");
        shown(() -> assertThat(names()).hasSize(12));

        browser.click("#rejected summary");
        shown(() -> assertThat(browser.text("#rejected .body")).contains("customer is blank", "line 490"));
        browser.choose("#language", "fr");
        shown(() -> assertThat(browser.attribute("html", "lang")).isEqualTo("fr"));
        shown(() -> assertThat(browser.text("#customers h2")).isEqualTo("Clients"));
        shown(() -> assertThat(browser.text("#rejected .body"))
                .contains("customer est vide ou ne contient que des espaces.", "ligne 490")
                .doesNotContain("blank.", "line 490"));
        browser.choose("#theme", "dark");
        accessible();
        browser.picture("dashboard-8-french-dark");
        browser.driver().navigate().refresh();
        shown(() -> assertThat(browser.text("#customers h2")).isEqualTo("Clients"));
        browser.choose("#language", "en");
        browser.choose("#theme", "light");
        accessible();
    }

    private static List<String> names() {
        return browser.texts("#customers tr[data-customer] > :first-child");
    }

    /** The page's total is that of the view. */
    private void total() {
        String wanted = bench.ask("select to_char(sum(total), 'FM999,999,999.00') from customer_totals");
        shown(() -> assertThat(browser.text("#sum-total")).isEqualTo("€" + wanted));
    }

    private static void shown(ThrowingRunnable assertion) {
        await().untilAsserted(assertion);
    }

    private static void accessible() {
        List<Rule> violations = new AxeBuilder().analyze(browser.driver()).getViolations();
        assertThat(violations).isEmpty();
    }

    private static void produce(long count, double perSecond) {
        try {
            bench.produce(new RandomOptions(count, 12, count, 0, 1, 0), RateLimit.perSecond(perSecond));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
