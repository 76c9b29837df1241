package workshop.lab.verify;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import workshop.handoff.DeadLetterHeader;
import workshop.transactions.RecordPlace;

/**
 * A record that the speed layer rejected, as it stands in the topic of the dead letters.
 *
 * @param origin where it stood in the topic of the transactions
 * @param reason the code
 * @param sentence the same for a person
 * @param value what was sent; null if nothing was, or if it was too large to be sent on
 */
public record DeadLetter(RecordPlace origin, String reason, String sentence, String value) {
    /** Empty if the record is no letter of the speed layer: somebody else has written to the topic. */
    static Optional<DeadLetter> of(ConsumerRecord<byte[], byte[]> record) {
        String partition = header(record, DeadLetterHeader.ORIGIN_PARTITION);
        String offset = header(record, DeadLetterHeader.ORIGIN_OFFSET);
        if (!partition.matches("[0-9]{1,9}") || !offset.matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new DeadLetter(
                RecordPlace.inLog(Integer.parseInt(partition), Long.parseLong(offset)),
                header(record, DeadLetterHeader.REASON),
                header(record, DeadLetterHeader.SENTENCE),
                record.value() == null ? null : new String(record.value(), StandardCharsets.UTF_8)));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, DeadLetterHeader header) {
        return header.in(record.headers()).orElse("");
    }
}
