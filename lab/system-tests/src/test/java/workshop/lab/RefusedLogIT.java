package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import workshop.kappa.HistoryLoad;
import workshop.kappa.KappaJob;
import workshop.settings.WorkshopException;
import workshop.speed.SpeedLayer;
import workshop.speed.SpeedTrigger;

/** A topic that does not keep each record as it came is refused by name, at the start of every job. */
class RefusedLogIT extends OnWorkbench {
    @Test
    void a_compacted_topic_is_refused_by_every_job() throws Exception {
        bench.produce("{\"customer\":\"Ali\",\"amount\":1}");
        compact(bench.settings().topic());

        refused(() -> bench.batch());
        refused(() -> SpeedLayer.start(Workbench.SPARK, bench.settings(), SpeedTrigger.parse("0")));
        refused(() -> KappaJob.start(Workbench.SPARK, bench.settings(), "v1", null));

        compact(bench.settings().historyTopic());
        assertThatThrownBy(() ->
                        new HistoryLoad(bench.settings(), sent -> {}).load(java.nio.file.Path.of(Workbench.HISTORY)))
                .isInstanceOf(WorkshopException.class)
                .hasMessageContaining("The topic transactions.history is compacted");
    }

    private void refused(ThrowingCallable job) {
        assertThatThrownBy(job).isInstanceOfSatisfying(WorkshopException.class, e -> {
            assertThat(e.what()).isEqualTo("The topic transactions is compacted (cleanup.policy=compact).");
            assertThat(e.why()).startsWith("Kafka then keeps the last record of each key only");
        });
    }

    private void compact(String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = Admin.create(
                Map.of("bootstrap.servers", (Object) bench.settings().kafka()))) {
            admin.incrementalAlterConfigs(Map.of(
                            resource,
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("cleanup.policy", "compact"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
            await().until(() -> admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get("cleanup.policy")
                    .value()
                    .equals("compact"));
        }
    }
}
