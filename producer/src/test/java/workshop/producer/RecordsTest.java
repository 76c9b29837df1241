package workshop.producer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private final Records records = new Records("transactions", 4);

    @Test
    void the_key_is_the_customer_as_the_contract_reads_it() {
        byte[] bytes = "{\"amount\":\"1.50\",\"customer\":\" Zo\\u00e9 \"}".getBytes(UTF_8);
        ProducerRecord<byte[], byte[]> sent = records.of(bytes);
        assertThat(sent.key()).isEqualTo("Zo\u00e9".getBytes(UTF_8));
        assertThat(sent.value()).isSameAs(bytes);
        assertThat(sent.partition()).as("by the hash of the key").isNull();
    }

    @Test
    void what_breaks_the_contract_is_sent_as_it_is_without_a_key() {
        byte[] bytes = "{\"customer\":\"Ali\",\"amount\":1.005}".getBytes(UTF_8);
        ProducerRecord<byte[], byte[]> sent = records.of(bytes);
        assertThat(sent.key()).isNull();
        assertThat(sent.value()).isSameAs(bytes);
    }

    @Test
    void what_breaks_the_contract_goes_to_the_same_partition_on_every_run() {
        for (int i = 0; i < 100; i++) {
            byte[] bytes = ("broken " + i).getBytes(UTF_8);
            assertThat(records.of(bytes).partition())
                    .isBetween(0, 3)
                    .isEqualTo(records.of(bytes.clone()).partition());
        }
    }
}
