package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import workshop.batch.BatchReport;
import workshop.handoff.Database;
import workshop.producer.RateLimit;
import workshop.settings.Role;

/** Ctrl-C, which is no failure: what runs ends in order, says how far it came, and the next run goes on. */
class StoppedIT extends OnWorkbench {
    private static final int SIGTERM = 143; // which ends a process as Ctrl-C does

    @Test
    void a_stopped_batch_says_so_and_is_taken_up_by_the_next() throws Exception {
        bench.produce(Workbench.events(3_000), RateLimit.unlimited());
        try (Connection noPublication = locked("batch_runs")) {
            Process batch = bench.command("batch");
            await().until(() -> bench.ask("select max(epoch) from epochs"), "1"::equals);

            assertThat(stop(batch)).isEqualTo(SIGTERM);

            assertThat(bench.output(0))
                    .isEqualTo("The batch was stopped before it had published. ./workshop batch takes it up.\n");
        }
        bench.awaitNoRun(); // PostgreSQL had it wait for the table, and has only now seen that nobody is there any more
        BatchReport next = bench.batch(Workbench.HISTORY);
        assertThat(next.resumed()).containsExactly(1);
        assertThat(next.epoch()).isEqualTo(1);
        bench.agrees();
    }

    @Test
    void a_speed_layer_that_was_to_catch_up_is_stopped_in_order() throws Exception {
        bench.produce(Workbench.events(100), RateLimit.unlimited());
        try (Connection noProgress = locked("speed_progress")) {
            Process speed = bench.command("speed", "--until-caught-up");
            await().until(() -> bench.ask("select count(*) > 0 from pg_locks where not granted"), "t"::equals);

            assertThat(stop(speed)).isEqualTo(SIGTERM);

            assertThat(bench.output(0))
                    .isEqualTo("The speed layer has counted 0 transactions and sent 0 rejected records to"
                            + " transactions.dlq.\n"
                            + "The speed layer was stopped before it had caught up. ./workshop speed goes on there.\n");
        }
        bench.countAllThatIsLeft("real-time");
    }

    @Test
    void a_producer_that_begins_when_the_process_ends_sends_nothing_and_does_not_fail() throws Exception {
        Process late = bench.java(LateProducer.class, bench.home().toString());

        assertThat(late.waitFor(3, TimeUnit.MINUTES)).isTrue();

        assertThat(bench.output(0)).isEqualTo("sent 0\n");
    }

    /** Nobody can write to the table until the connection is closed. */
    private Connection locked(String table) throws SQLException {
        Connection connection = Database.connect(bench.settings(), Role.OWNER);
        connection.setAutoCommit(false);
        connection.createStatement().execute("lock table " + table + " in share mode");
        return connection;
    }

    private static int stop(Process process) throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }
}
