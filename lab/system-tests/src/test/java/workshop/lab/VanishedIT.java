package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import workshop.batch.BatchLayer;
import workshop.batch.Stage;
import workshop.batch.StageListener;
import workshop.kappa.KappaJob;
import workshop.lab.verify.Verification;
import workshop.producer.RateLimit;
import workshop.serving.http.DashboardServer;
import workshop.settings.Runner;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;
import workshop.speed.SpeedLayer;
import workshop.speed.SpeedTrigger;

/**
 * The host of PostgreSQL vanishes without a goodbye, in the middle of the work of everybody who is connected to it: no
 * connection is closed or reset, nothing is answered. Each has a proxy of its own, so all of them wait side by side, with the
 * default settings.
 */
class VanishedIT extends OnWorkbench {
    /** The minute that lab/containers/README.md promises, and half of one for a busy machine; without a watch it is hours. */
    private static final int LONGEST_SECONDS = 90;

    @Test
    void who_waits_for_a_PostgreSQL_that_vanished_ends_with_a_message_and_the_totals_stay_exact() throws Exception {
        bench.batch(Workbench.HISTORY);
        bench.produce(Workbench.events(500), RateLimit.unlimited());
        try (SwallowingProxy forSpeed = proxy();
                SwallowingProxy forKappa = proxy();
                SwallowingProxy forPage = proxy();
                SwallowingProxy forRecount = proxy();
                SwallowingProxy forCommit = proxy();
                SwallowingProxy forStage = proxy();
                SpeedLayer speed = SpeedLayer.start(Workbench.SPARK, through(forSpeed), SpeedTrigger.parse("100"));
                KappaJob kappa = KappaJob.start(Workbench.SPARK, through(forKappa), "v1", null);
                DashboardServer page = DashboardServer.start(
                        through(forPage), Runner.COMMAND_LINE, () -> null, () -> null, "127.0.0.1", 0)) {
            speed.awaitCaughtUp();
            kappa.awaitCaughtUp();
            assertThat(get(page).statusCode()).isEqualTo(200);
            List<SwallowingProxy> vanished = List.of(forSpeed, forKappa, forPage, forRecount);
            vanished.forEach(SwallowingProxy::swallow);
            bench.produce(Workbench.events(500), RateLimit.unlimited());

            CompletableFuture<Void> speedEnds = ends(forSpeed, speed::await);
            CompletableFuture<Void> kappaEnds = ends(forKappa, kappa::await);
            CompletableFuture<Void> recountEnds = ends(forRecount, () -> Verification.run(through(forRecount)));
            CompletableFuture<Void> commitEnds = ends(forCommit, () -> batch(forCommit, Stage.PUBLISH));
            HttpResponse<String> problem = get(page);

            assertThat(problem.statusCode()).as(problem.body()).isEqualTo(503);
            for (CompletableFuture<Void> end : List.of(speedEnds, kappaEnds, recountEnds, commitEnds)) {
                end.get(LONGEST_SECONDS, TimeUnit.SECONDS);
            }
            forCommit.heal(); // now PostgreSQL learns that its batch is gone
            await().until(
                            () -> bench.ask("select count(*) from pg_stat_activity where usename = 'batch_layer'"),
                            "0"::equals);
            ends(forStage, () -> batch(forStage, Stage.RECOMPUTE)).get(LONGEST_SECONDS, TimeUnit.SECONDS);

            vanished.forEach(SwallowingProxy::heal);
            forStage.heal();
            await().until(() -> get(page).statusCode() == 200);
        }
        bench.awaitNoRun();
        bench.agrees();

        bench.countAllThatIsLeft("100");
        assertThat(bench.batch(Workbench.HISTORY).archived()).isEqualTo(1_000);
        assertThat(bench.agrees().behind()).isZero();
        try (KappaJob again = KappaJob.start(Workbench.SPARK, bench.settings(), "v1", null)) {
            again.awaitCaughtUp();
        }
        assertThat(bench.ask("select read from kappa_versions")).isEqualTo("1000");
    }

    private SwallowingProxy proxy() throws IOException {
        return SwallowingProxy.before(bench.settings().postgresServer());
    }

    private Settings through(SwallowingProxy proxy) {
        return bench.settings()
                .with("postgres", proxy.address() + "/" + bench.settings().database());
    }

    private void batch(SwallowingProxy proxy, Stage where) {
        StageListener vanish = (stage, what) -> {
            if (stage == where) {
                proxy.swallow();
            }
        };
        new BatchLayer(Workbench.SPARK, through(proxy), List.of(Workbench.HISTORY), vanish).run();
    }

    private static CompletableFuture<Void> ends(SwallowingProxy proxy, Runnable work) {
        return CompletableFuture.runAsync(() -> {
            WorkshopException end = catchThrowableOfType(WorkshopException.class, work::run);
            assertThat(end.what()).isEqualTo("PostgreSQL does not answer at " + proxy.address() + "/workshop.");
            assertThat(end.next(Runner.COMMAND_LINE)).isEqualTo("./workshop status, then ./workshop up");
        });
    }

    private static HttpResponse<String> get(DashboardServer page) throws Exception {
        URI customers = URI.create("http://127.0.0.1:" + page.port() + "/api/top");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(customers).build(), HttpResponse.BodyHandlers.ofString());
    }
}
