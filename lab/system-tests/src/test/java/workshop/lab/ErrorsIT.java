package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import workshop.batch.Stage;
import workshop.batch.StageListener;
import workshop.handoff.Database;
import workshop.handoff.TopicLog;
import workshop.lab.Workbench.Outcome;
import workshop.lab.services.Home;
import workshop.lab.services.Ports;
import workshop.lab.testing.KillsServices;
import workshop.lab.verify.Verification;
import workshop.serving.Migrations;
import workshop.settings.Role;
import workshop.settings.Runner;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;
import workshop.speed.SpeedLayer;
import workshop.speed.SpeedTrigger;

/** What goes wrong, and what a student then reads: what happened, why, which command to run next. */
class ErrorsIT extends OnWorkbench {
    private static final String ALI = "{\"transaction_id\": \"E-1\", \"customer\": \"Ali\", \"amount\": 120}";

    private void count() {
        try (SpeedLayer speed = SpeedLayer.start(Workbench.SPARK, bench.settings(), SpeedTrigger.parse("100"))) {
            speed.awaitCaughtUp();
        }
    }

    private static void says(Throwable thrown, int exitCode, String what, String why, String next) {
        assertThat(thrown).isInstanceOfSatisfying(WorkshopException.class, e -> {
            assertThat(e.what()).contains(what);
            assertThat(e.why()).contains(why);
            assertThat(e.next(Runner.COMMAND_LINE)).contains(next);
            assertThat(e.exitCode()).isEqualTo(exitCode);
        });
    }

    @Test
    void a_topic_that_was_deleted_and_created_again_is_refused_by_every_layer() throws Exception {
        bench.produce(ALI);
        count();
        bench.makeTopicAnew();
        bench.produce(ALI, ALI);

        String what = "The topic transactions is not the one that was counted.";
        String why = "It was deleted and created again";
        assertThatThrownBy(this::count).satisfies(e -> says(e, 1, what, why, "./workshop reset"));
        assertThatThrownBy(bench::batch).satisfies(e -> says(e, 1, what, why, "./workshop reset"));
        assertThatThrownBy(bench::verify).satisfies(e -> says(e, 1, what, why, "./workshop reset"));
        Workbench.Outcome status = bench.cli("status");
        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.out()).contains("lag         not known: this is not the log that was counted\n");
        assertThat(status.err()).contains("error: " + what, "  why: " + why, " next: ./workshop reset");
        assertThat(bench.ask("select total from customer_totals")).isEqualTo("120.00");
    }

    @Test
    void records_that_left_the_log_before_they_were_counted_are_a_hole() throws Exception {
        bench.produce(ALI, ALI, ALI);
        int partition = forgetAll();

        String why = "They left the log before";
        assertThatThrownBy(this::count)
                .satisfies(
                        e -> says(e, 1, "partition " + partition + " of the log begins at", why, "./workshop reset"));
        assertThatThrownBy(bench::batch)
                .satisfies(e -> says(e, 1, "Records of epoch 1 are missing", why, "./workshop reset"));
        assertThat(bench.ask("select published_epoch from hand_off")).isEqualTo("0");
    }

    @Test
    void records_that_left_the_log_after_they_were_archived_are_no_hole() throws Exception {
        bench.produce(ALI, ALI, ALI);
        bench.batch();
        forgetAll();
        bench.produce("{\"customer\": \"Sara\", \"amount\": 90}");

        count();
        assertThat(bench.batch().counts().read()).isEqualTo(4);
        assertThat(bench.ask("select total from customer_totals where customer = 'Ali'"))
                .isEqualTo("120.00");
        assertThat(bench.ask("select total from customer_totals where customer = 'Sara'"))
                .isEqualTo("90.00");
    }

    /** Deletes all records of the partition that has some, and returns it. */
    private int forgetAll() throws Exception {
        try (Admin admin = Admin.create(
                        Map.of("bootstrap.servers", bench.settings().kafka()));
                TopicLog log = new TopicLog(bench.settings())) {
            Map.Entry<Integer, Long> filled = log.endOffsets().entrySet().stream()
                    .filter(partition -> partition.getValue() > 0)
                    .findFirst()
                    .orElseThrow();
            admin.deleteRecords(Map.of(
                            new TopicPartition(log.topic(), filled.getKey()),
                            RecordsToDelete.beforeOffset(filled.getValue())))
                    .all()
                    .get();
            return filled.getKey();
        }
    }

    @Test
    void a_lake_that_lost_an_epoch_gets_it_again_from_the_log_and_is_refused_if_the_log_has_not() throws Exception {
        bench.produce(ALI);
        bench.batch();
        Path epoch = bench.home().resolve("lake/epoch=1");
        Home.delete(epoch);

        assertThat(bench.batch().counts().read()).isEqualTo(1);
        assertThat(epoch).exists();

        deleteParquet(epoch);
        assertThatThrownBy(bench::batch)
                .satisfies(e -> says(
                        e,
                        1,
                        "The lake is damaged: epoch 1 holds 0 records, not the 1",
                        "Files were changed",
                        "epoch=1"));
        assertThat(bench.ask("select total from customer_totals")).isEqualTo("120.00");
    }

    @Test
    void an_archive_that_loses_files_before_it_is_published_is_not_published() throws Exception {
        bench.produce(ALI);
        Path epoch = bench.home().resolve("lake/epoch=1");
        StageListener loseFiles = (stage, what) -> {
            if (stage == Stage.RECOMPUTE) {
                deleteParquet(epoch);
            }
        };

        assertThatThrownBy(() -> bench.batch(loseFiles))
                .satisfies(e -> says(
                        e,
                        1,
                        "The lake is damaged: epoch 1 holds 0 records, not the 1 that were archived.",
                        "Files were changed",
                        "delete the folder epoch=1"));
        assertThat(bench.ask("select published_epoch from hand_off")).isEqualTo("0");
        Home.delete(epoch);
        assertThat(bench.batch().counts().read()).isEqualTo(1);
        try (Stream<Path> folders = Files.list(epoch)) {
            folders.filter(Files::isDirectory).toList().forEach(Home::delete);
        }
        assertThat(bench.batch().counts().read()).isEqualTo(1);
    }

    private static void deleteParquet(Path epoch) {
        try (Stream<Path> files = Files.walk(epoch)) {
            files.filter(file -> file.toString().endsWith(".parquet")).toList().forEach(Home::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_database_that_was_set_back_under_a_running_speed_layer_stops_it() throws Exception {
        bench.produce(ALI);
        try (SpeedLayer speed = SpeedLayer.start(Workbench.SPARK, bench.settings(), SpeedTrigger.parse("100"))) {
            speed.awaitCaughtUp();
            bench.execute("delete from speed_totals");
            bench.execute("update speed_progress set next_offset = 0, accepted = 0, mark = null, mark_offset = null");
            bench.produce(ALI.replace("E-1", "E-2"));

            assertThatThrownBy(speed::await)
                    .satisfies(e -> says(e, 1, "was sent offset 1", "PostgreSQL was set back", "./workshop speed"));
        }
        count();
        assertThat(bench.ask("select total from customer_totals")).isEqualTo("240.00");
    }

    @Test
    void a_log_that_ends_before_what_the_speed_layer_counted_is_refused() throws Exception {
        bench.produce(ALI);
        count();
        bench.execute("update speed_progress set next_offset = next_offset + 1 where next_offset > 0");

        assertThatThrownBy(bench::batch)
                .satisfies(e -> says(
                        e,
                        1,
                        "ends at offset 1, before offset 2, up to which the speed layer has counted",
                        "Kafka lost records",
                        "./workshop reset"));
        assertThat(bench.ask("select count(*) from epochs")).isEqualTo("0");
    }

    @KillsServices
    @Test
    void a_batch_that_lost_its_lock_while_it_archives_leaves_the_lake_to_the_one_that_has_it() throws Exception {
        bench.produce(ALI, ALI, ALI.replace("E-1", "E-2"), "{\"customer\": \"Sara\", \"amount\": 90}");
        StageListener restart = (stage, what) -> {
            if (stage == Stage.ARCHIVE) {
                bench.kill("PostgreSQL");
                bench.services().up(Ports.ANY);
                assertThat(bench.batch().counts().read()).isEqualTo(4);
            }
        };

        assertThatThrownBy(() -> bench.batch(restart))
                .satisfies(e -> says(e, 1, "PostgreSQL does not answer", "", "./workshop up"));

        bench.agrees();
        assertThat(bench.batch().counts().read()).isEqualTo(4);
        assertThat(bench.ask("select total from customer_totals where customer = 'Ali'"))
                .isEqualTo("240.00");
    }

    @Test
    void a_topic_that_is_made_anew_while_a_batch_archives_is_not_published() throws Exception {
        bench.produce(ALI);
        StageListener makeAnew = (stage, what) -> {
            if (stage == Stage.ARCHIVE) {
                bench.makeTopicAnew();
                produceUnchecked(ALI);
            }
        };

        assertThatThrownBy(() -> bench.batch(makeAnew))
                .satisfies(e -> says(
                        e,
                        1,
                        "The topic transactions is not the one that was counted.",
                        "deleted and created again",
                        "./workshop reset"));
        assertThat(bench.ask("select published_epoch from hand_off")).isEqualTo("0");
    }

    private void produceUnchecked(String line) {
        try {
            bench.produce(line);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @KillsServices
    @Test
    void a_password_that_was_changed_holds_from_the_next_up_on() {
        Settings changed = bench.settings().with("password.reader", "another");
        assertThatThrownBy(() -> Database.connect(changed, Role.READER))
                .satisfies(e ->
                        says(e, 1, "refuses the role reader", "Its password is another", "WORKSHOP_PASSWORD_READER"));

        Migrations.migrate(changed);

        assertThatCode(() -> Database.connect(changed, Role.READER).close()).doesNotThrowAnyException();
    }

    @Test
    void a_total_that_was_changed_by_hand_is_found() throws Exception {
        bench.produce(ALI);
        count();
        bench.execute("update speed_totals set total = total + 0.01");

        Outcome outcome = bench.cli("verify");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).contains("The recount does not agree:", "Ali", "120.01", "120.00");
        Verification found = bench.verify();
        assertThat(found.differences().rows()).hasSize(1);
    }

    @Test
    void duplicates_that_the_next_batch_takes_out_are_named() throws Exception {
        bench.produce(ALI, ALI);
        count();

        Outcome before = bench.cli("verify");
        assertThat(before.exitCode()).isZero();
        assertThat(before.out())
                .contains(
                        "The recount agrees",
                        "The recount agrees: 1 customer, 240.00 in all, to the cent.\n",
                        "The next batch will take out 1 duplicate that the speed layer counted:\n",
                        "-120.00");
        bench.batch();
        assertThat(bench.cli("verify").out()).doesNotContain("The next batch");
        assertThat(bench.ask("select total from customer_totals")).isEqualTo("120.00");
    }

    @Test
    void if_nothing_is_counted_there_is_nothing_to_verify_and_the_next_commands_are_named() throws Exception {
        Outcome empty = bench.cli("verify");

        assertThat(empty.exitCode()).isZero();
        assertThat(empty.out()).isEqualTo("""
                There is nothing to verify yet: no layer has counted a record.
                No batch has published yet, so the history is not in the totals: ./workshop batch
                """);
        assertThat(bench.cli("compare").out())
                .isEqualTo("There is nothing to compare yet: no batch has read a history, and the log is empty.\n");

        bench.produce("not even JSON");

        assertThat(bench.cli("verify").out())
                .startsWith("There is nothing to verify yet")
                .endsWith("\n1 record in the log is not counted yet: ./workshop speed --until-caught-up\n");
        count();
        assertThat(bench.cli("verify").out()).startsWith("""
                Recounted 1 record: 1 rejected, 0 duplicates taken out.
                There is no total to verify: each record was rejected.
                """);
    }

    @Test
    void a_history_file_that_was_edited_is_named_as_the_likely_reason_of_a_difference() throws Exception {
        String history = bench.file("own.json", "{\"customer\":\"Ali\",\"amount\":1}\n");
        bench.batch(history);
        bench.file("own.json", "{\"customer\":\"Ali\",\"amount\":2}\n");

        Outcome compared = bench.cli("compare");

        assertThat(compared.exitCode()).isEqualTo(1);
        assertThat(compared.out())
                .contains("The history file " + history + " is another than the one that was counted.\n")
                .endsWith("The changed file may be why a difference has no reason: ./workshop batch"
                        + " --replace-history, with all history files, counts it as it is now.\n");
    }

    @KillsServices
    @Test
    void a_broker_that_is_down_is_said_to_be_down() throws Exception {
        bench.kill("Kafka");

        assertThatThrownBy(bench::batch)
                .satisfies(
                        e -> says(e, 1, "Kafka does not answer at 127.0.0.1:", "It is not running", "./workshop up"));
        assertThatThrownBy(this::count)
                .satisfies(
                        e -> says(e, 1, "Kafka does not answer at 127.0.0.1:", "It is not running", "./workshop up"));
        Outcome status = bench.cli("status");
        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.out()).contains("died", "Next: ./workshop up");
        Outcome produce = bench.cli("produce", "--random", "1");
        assertThat(produce.exitCode()).isEqualTo(1);
        assertThat(produce.err()).contains("error: ", "next: ./workshop up");
    }

    @Test
    void a_history_that_is_not_there_is_wrong_usage() {
        assertThatThrownBy(() -> bench.batch("no/such/file.json"))
                .satisfies(e -> says(
                        e,
                        2,
                        "The history file no/such/file.json cannot be read.",
                        "There is no file",
                        "--history FILE"));
        assertThatThrownBy(() -> bench.batch(bench.home().toString()))
                .satisfies(e -> says(e, 2, "is a directory", "one or more files", "--history FILE"));
    }

    @Test
    void two_batches_at_once_are_one_too_many() {
        try (Connection other = Database.connect(bench.settings(), Role.BATCH_LAYER)) {
            other.createStatement()
                    .execute("select pg_try_advisory_lock(hashtext('lambda workshop'), hashtext('batch run'))");

            assertThatThrownBy(bench::batch)
                    .satisfies(e -> says(e, 1, "Another batch is running.", "changed nothing", "./workshop batch"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
