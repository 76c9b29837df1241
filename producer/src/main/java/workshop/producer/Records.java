package workshop.producer;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import workshop.transactions.Contract;
import workshop.transactions.Verdict;
import workshop.transactions.Verdict.Accepted;

/** Makes bytes a Kafka record, without a change to the bytes. */
final class Records {
    private final String topic;
    private final int partitions;

    Records(String topic, int partitions) {
        this.topic = topic;
        this.partitions = partitions;
    }

    /**
     * The key of a transaction is its customer: its records share a partition, in the order in which they were sent. What
     * breaks the contract has no customer to trust, so no key; a hash of its bytes places it, the same on every run.
     */
    ProducerRecord<byte[], byte[]> of(byte[] bytes) {
        // region key
        Verdict verdict = Contract.check(bytes);
        if (verdict instanceof Accepted accepted) {
            byte[] key = accepted.transaction().customer().getBytes(UTF_8);
            return new ProducerRecord<>(topic, key, bytes);
        }
        int partition = Utils.toPositive(Utils.murmur2(bytes)) % partitions;
        return new ProducerRecord<>(topic, partition, null, bytes);
        // endregion
    }
}
