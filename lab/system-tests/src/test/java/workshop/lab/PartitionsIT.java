package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workshop.handoff.TopicLog;
import workshop.producer.RateLimit;
import workshop.settings.Runner;
import workshop.settings.WorkshopException;
import workshop.speed.SpeedLayer;
import workshop.speed.SpeedTrigger;

/** Real-Time Mode holds a task slot for each partition: more partitions than slots are refused, or get their slots. */
class PartitionsIT extends OnWorkbench {
    /** One more than the session of the tests has slots. */
    private static final int TOO_MANY = 9;

    private static final String WHAT =
            "Spark has 8 task slots, too few for the 9 partitions of the topic transactions.";

    @Tag("full")
    @Test
    void a_partition_without_a_task_slot_is_refused_by_name_and_the_workshop_takes_a_slot_for_each() throws Exception {
        partitions(TOO_MANY);
        bench.produce(Workbench.events(2_000), RateLimit.unlimited());

        assertThatThrownBy(() -> SpeedLayer.start(Workbench.SPARK, bench.settings(), SpeedTrigger.REAL_TIME))
                .isInstanceOfSatisfying(WorkshopException.class, PartitionsIT::saysWhatToDo);
        assertThat(bench.ask("select count(*) from speed_progress")).isEqualTo("0");

        // The workshop's command chooses the master itself, and so does spark-submit if it was told none.
        assertThat(bench.command("speed", "--until-caught-up").waitFor())
                .as(bench.output(0))
                .isZero();
        assertThat(bench.agrees().behind()).isZero();
        bench.produce(Workbench.events(2_000), RateLimit.unlimited());
        assertThat(bench.java(bench.addresses(), workshop.speed.Main.class, "--until-caught-up")
                        .waitFor())
                .as(bench.output(1))
                .isZero();
        assertThat(bench.agrees().behind()).isZero();

        bench.produce(Workbench.events(2_000), RateLimit.unlimited());
        bench.countAllThatIsLeft("0"); // micro-batches take the slots in turn
    }

    @Test
    void partitions_that_are_added_under_a_running_speed_layer_end_it_if_slots_are_missing() throws Exception {
        bench.produce(Workbench.events(100), RateLimit.unlimited());
        try (SpeedLayer running = SpeedLayer.start(Workbench.SPARK, bench.settings(), SpeedTrigger.REAL_TIME)) {
            running.awaitCaughtUp();
            partitions(TOO_MANY);

            assertThatThrownBy(running::await)
                    .isInstanceOfSatisfying(WorkshopException.class, PartitionsIT::saysWhatToDo);
        }
    }

    private static void saysWhatToDo(WorkshopException e) {
        assertThat(e.what()).isEqualTo(WHAT);
        assertThat(e.why()).startsWith("In Real-Time Mode each partition holds a slot all the time");
        assertThat(e.next(Runner.COMMAND_LINE))
                .startsWith("./workshop speed, which takes enough slots; or spark-submit with more cores");
    }

    private void partitions(int count) throws Exception {
        try (Admin admin = Admin.create(
                        Map.of("bootstrap.servers", bench.settings().kafka()));
                TopicLog log = new TopicLog(bench.settings())) {
            admin.createPartitions(Map.of(bench.settings().topic(), NewPartitions.increaseTo(count)))
                    .all()
                    .get();
            await().until(() -> log.endOffsets().size() == count);
        }
    }
}
