package workshop.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import workshop.settings.ExactDelivery;
import workshop.settings.Settings;

class TransactionProducerTest {
    private static final Settings SETTINGS = Settings.of(Map.of());

    @Test
    void every_property_is_one_that_Kafka_knows() {
        assertThat(ProducerConfig.configNames())
                .containsAll(TransactionProducer.properties(SETTINGS).keySet());
    }

    @Test
    void it_delivers_exactly() {
        assertThat(TransactionProducer.properties(SETTINGS))
                .containsEntry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, SETTINGS.kafka())
                .containsEntry(ProducerConfig.ACKS_CONFIG, "all")
                .containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true)
                .containsEntry(ProducerConfig.CLIENT_ID_CONFIG, "producer");
    }

    @Test
    void no_producer_can_loosen_it() {
        assertThatThrownBy(() -> ExactDelivery.properties(SETTINGS, Map.of(ProducerConfig.ACKS_CONFIG, "1")))
                .hasMessage("acks is the same for every producer");
    }
}
