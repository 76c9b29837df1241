package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import workshop.kappa.HistoryLoad;
import workshop.kappa.KappaJob;
import workshop.lab.services.Home;
import workshop.lab.services.Ports;
import workshop.lab.verify.Continuous;
import workshop.producer.RateLimit;
import workshop.producer.random.RandomOptions;
import workshop.serving.http.Comparison;
import workshop.serving.http.DashboardServer;
import workshop.serving.http.Proof;
import workshop.speed.SpeedLayer;
import workshop.speed.SpeedTrigger;

/** The page in a real browser, while the layers work. Its pictures are left under target/images. */
class DashboardIT {
    private static final String HISTORY =
            Home.root().resolve("datasets/transactions.json").toString();

    private static Workbench bench;
    private static Continuous<Proof> proof;
    private static Continuous<Comparison> comparison;
    private static DashboardServer server;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Browser.isInstalled(), "no Chromium: apt-get install chromium chromium-driver");
        bench = Workbench.start();
        proof = Continuous.proof(bench.settings());
        comparison = Continuous.comparison(bench.settings());
        server = DashboardServer.start(bench.settings(), proof, comparison, "127.0.0.1", 0);
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
        accessible();
        browser.picture("dashboard-1-empty");

        bench.batch(HISTORY);
        shown(() -> assertThat(browser.texts("#customers tr[data-customer]")).hasSize(12));
        shown(() -> assertThat(browser.text("#sum-batch")).contains("286,623.05"));
        assertThat(browser.text("#banners")).contains("./workshop speed").doesNotContain("./workshop batch");
        shown(() -> assertThat(browser.text("#proof-recounted")).isEqualTo("€286,623.05"));
        shown(() -> assertThat(browser.text("#merges")).doesNotContain("€0.00"));
        browser.picture("dashboard-2-batch");

        try (SpeedLayer speed = SpeedLayer.start(Workbench.SPARK, bench.settings(), SpeedTrigger.REAL_TIME)) {
            CompletableFuture<Void> stream = CompletableFuture.runAsync(() -> produce(600, 60));
            shown(() -> assertThat(browser.text("#banners")).isEmpty());
            String before = browser.text("#sum-total");
            shown(() -> assertThat(browser.text("#sum-total")).isNotEqualTo(before));
            browser.picture("dashboard-3-speed");
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
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests())
                .isNotEmpty()
                .allMatch(url -> url.startsWith("http://127.0.0.1:" + server.port() + "/"));
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
        accessible();
        produce(100, 1_000);
        speed.awaitCaughtUp();
        shown(() -> assertThat(browser.text("#sum-speed")).isNotEqualTo("€0.00"));
        shown(() -> assertThat(browser.text("#proof-recounted")).isEqualTo(browser.text("#sum-total")));
        shown(() -> assertThat(browser.text("#merges")).contains(browser.text("#sum-total")));
        browser.picture("dashboard-4-hand-off");
        browser.view("dashboard");
    }

    private void awayAndBack() throws Exception {
        total(); // or the last change would still be on its way to the page
        String total = browser.text("#sum-total");
        bench.kill("PostgreSQL");
        shown(() -> assertThat(browser.attribute("body", "data-connection")).isEqualTo("problem"));
        shown(() -> assertThat(browser.text("#banners")).contains("PostgreSQL", "./workshop up"));
        assertThat(browser.text("#sum-total")).isEqualTo(total);
        accessible();
        shown(() -> assertThat(browser.attribute("#coverage", "data-state")).isEqualTo("stale"));
        browser.picture("dashboard-5-postgresql-away");
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
        bench.ask("select create_kappa_version('v2', 'no-refunds', 'none', 60, 'none', 'none')");
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
            accessible();
            browser.picture("dashboard-7-mixed-rules");
        }
        bench.execute("update kappa_totals set total = total + 0.01 where customer = 'Omar'");
        shown(() -> assertThat(browser.attribute("#comparison", "data-state")).isEqualTo("unexplained"));
        assertThat(browser.texts("#comparison tbody tr").get(0)).contains("Omar", "UNEXPLAINED");
        bench.execute("update kappa_totals set total = total - 0.01 where customer = 'Omar'");
        shown(() -> assertThat(browser.attribute("#comparison", "data-state")).isEqualTo("differs"));
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
