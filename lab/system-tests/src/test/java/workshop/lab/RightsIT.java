package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import workshop.kappa.KappaJob;
import workshop.kappa.Promotion;
import workshop.lab.testing.KillsServices;
import workshop.producer.RateLimit;
import workshop.serving.Migrations;
import workshop.settings.Role;
import workshop.settings.WorkshopException;
import workshop.speed.SpeedLayer;
import workshop.speed.SpeedTrigger;

/** The reader is read-only by right: who has its password stops no layer and changes nothing. */
@KillsServices
class RightsIT extends OnWorkbench {
    private static final int CONNECTIONS = 30;

    @Test
    void both_layers_work_while_a_reader_tries_all_that_would_stop_them() throws Exception {
        bench.batch(Workbench.HISTORY);
        try (HostileReader hostile = new HostileReader(bench.settings());
                SpeedLayer speed =
                        SpeedLayer.start(Workbench.SPARK, bench.settings(), SpeedTrigger.parse("real-time"))) {
            Connection session = hostile.session();
            CompletableFuture<Void> stream = CompletableFuture.runAsync(this::stream);
            List<String> allowed = new ArrayList<>();
            int rounds = 0;
            do {
                for (String line : HostileReader.REFUSED) {
                    String[] statement = line.split(" \\| ");
                    String answer = HostileReader.answer(session, statement[0]);
                    if (!answer.contains(statement[1])) {
                        allowed.add(statement[0] + ": " + answer);
                    }
                }
                speed.requireRunning();
                rounds++;
            } while (!stream.isDone() && allowed.isEmpty());
            stream.join();
            assertThat(allowed).as("in round " + rounds).isEmpty();
            assertThat(bench.batch(Workbench.HISTORY).archived()).isEqualTo(5_000);
            speed.awaitCaughtUp();
        }
        assertThat(bench.agrees().behind()).isZero();
    }

    private void stream() {
        try {
            bench.produce(Workbench.events(5_000), RateLimit.perSecond(1_000));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void transactions_that_a_reader_leaves_open_hold_up_neither_layer() throws Exception {
        bench.batch(Workbench.HISTORY);
        bench.produce(Workbench.events(1_000), RateLimit.unlimited());
        bench.countAllThatIsLeft("100");
        kappa("v1");
        try (HostileReader hostile = new HostileReader(bench.settings())) {
            for (String view : bench.ask("select string_agg(viewname, ',') from pg_views where schemaname = 'public'")
                    .split(",")) {
                hostile.hold("select * from " + view, "lock table " + view + " in access share mode");
            }
            hostile.hold("listen x", "notify x", "declare c cursor with hold for select * from customer_totals");
            hostile.hold("select pg_current_xact_id()");

            bench.produce(Workbench.events(1_000), RateLimit.unlimited());
            bench.countAllThatIsLeft("100");
            assertThat(bench.batch(Workbench.HISTORY).archived()).isEqualTo(2_000);
            bench.agrees();
            kappa("v1");
            kappa("v2");
            new Promotion(bench.settings()).promote("v2", false);

            Workbench.Outcome drop = bench.cli("kappa", "drop", "v1");
            assertThat(drop.exitCode()).as(drop.out()).isEqualTo(1);
            assertThat(drop.err())
                    .isEqualTo("error: Somebody is reading the totals of Kappa, in a transaction that does not end.\n"
                            + "  why: PostgreSQL drops no table that is being read. After ten seconds nothing was"
                            + " dropped.\n"
                            + " next: ./workshop kappa drop v1, once that transaction has ended\n");
        }
        assertThat(bench.cli("kappa", "drop", "v1").exitCode()).isZero();
    }

    private void kappa(String version) {
        try (KappaJob job = KappaJob.start(Workbench.SPARK, bench.settings(), version, null)) {
            job.awaitCaughtUp();
        }
    }

    @Test
    void all_connections_of_the_reader_leave_the_layers_theirs() throws Exception {
        try (HostileReader hostile = new HostileReader(bench.settings())) {
            for (int i = 0; i < CONNECTIONS; i++) {
                hostile.session();
            }
            assertThatThrownBy(hostile::session)
                    .isInstanceOfSatisfying(WorkshopException.class, e -> assertThat(e.why())
                            .isEqualTo("FATAL: too many connections for role \"reader\""));
            bench.produce(Workbench.events(500), RateLimit.unlimited());
            try (SpeedLayer speed = SpeedLayer.start(Workbench.SPARK, bench.settings(), SpeedTrigger.parse("100"))) {
                speed.awaitCaughtUp();
            }
            assertThat(bench.batch(Workbench.HISTORY).archived()).isEqualTo(500);
        }
        await().until(() -> bench.ask("select count(*) from pg_stat_activity where usename = 'reader'"), "0"::equals);
        bench.agrees();
    }

    @Test
    void what_a_reader_does_to_its_own_role_ends_with_the_next_migration() throws Exception {
        bench.batch(Workbench.HISTORY);
        try (HostileReader hostile = new HostileReader(bench.settings())) {
            Connection session = hostile.session();
            for (String sql : List.of(
                    "alter role reader set search_path = nowhere",
                    "alter role reader in database workshop set statement_timeout = 1",
                    "alter role reader set default_transaction_read_only = off",
                    "alter role reader password 'another'",
                    "drop owned by reader")) {
                session.createStatement().execute(sql);
            }
        }
        assertThatThrownBy(bench::agrees).hasMessageContaining("refuses the role reader");

        assertThat(Migrations.migrateNewServer(bench.settings())).isEmpty();

        bench.agrees();
        assertThat(bench.ask(Role.READER, "show temp_file_limit")).isEqualTo("1GB");
        assertThat(bench.ask(Role.READER, "show statement_timeout")).isEqualTo("30s");
        assertThat(bench.cli("sql", "delete from batch_totals").err()).contains("read-only transaction");
    }

    @Test
    void a_server_without_a_superuser_of_ours_is_migrated_and_what_stays_open_is_said() {
        bench.execute("grant execute on function pg_try_advisory_lock(integer, integer) to public");

        Workbench.Outcome migrate = bench.cli("migrate");

        assertThat(migrate.out())
                .contains("The role reader may take advisory locks and write large objects, as every role may at first:"
                        + " who has its password can keep batches and Kappa from starting. Only the superuser can change"
                        + " that, and it did not: FATAL: password authentication failed for user \"postgres\" Set"
                        + " WORKSHOP_PASSWORD_POSTGRES, then ./workshop migrate.");
        bench.batch(Workbench.HISTORY);
        bench.agrees();
    }
}
