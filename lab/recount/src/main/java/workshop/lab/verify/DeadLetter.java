package workshop.lab.verify;

import static java.util.Comparator.comparingInt;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record that the speed layer rejected, as it stands in the topic of the dead letters.
 *
 * @param origin where it stood in the topic of the transactions
 * @param reason the code
 * @param sentence the same for a person
 * @param value what was sent; null if nothing was, or where it was too large to be sent on
 */
public record DeadLetter(Origin origin, String reason, String sentence, String value) {
    /** A partition of the topic of the transactions and an offset in it. */
    public record Origin(int partition, long offset) implements Comparable<Origin> {
        @Override
        public int compareTo(Origin other) {
            return comparingInt(Origin::partition)
                    .thenComparingLong(Origin::offset)
                    .compare(this, other);
        }
    }

    /** Empty where the record is no letter of the speed layer: somebody else has written to the topic. */
    static Optional<DeadLetter> of(ConsumerRecord<byte[], byte[]> record) {
        String partition = header(record, "origin.partition");
        String offset = header(record, "origin.offset");
        if (!partition.matches("[0-9]{1,9}") || !offset.matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new DeadLetter(
                new Origin(Integer.parseInt(partition), Long.parseLong(offset)),
                header(record, "reason"),
                header(record, "sentence"),
                record.value() == null ? null : new String(record.value(), StandardCharsets.UTF_8)));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
