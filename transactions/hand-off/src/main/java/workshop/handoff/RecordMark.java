package workshop.handoff;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the last counted record of a partition, to know it again. An offset alone does not do: a log that lost
 * its end and was written on has another record there.
 *
 * @param offset of the record
 * @param hash 64 bits of a SHA-256 over offset, timestamp, key and value: two records share it once in 2^64 times
 */
public record RecordMark(int partition, long offset, long hash) {
    /**
     * The mark of a record as it stands in the log.
     *
     * @param timestamp in ms since 1970
     * @param key null if it has none
     * @param value null if it has none
     */
    public static RecordMark of(
            int partition, long offset, long timestamp, byte @Nullable [] key, byte @Nullable [] value) {
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(offset)
                .putLong(timestamp)
                .flip());
        update(digest, key);
        update(digest, value);
        return new RecordMark(
                partition, offset, ByteBuffer.wrap(digest.digest()).getLong());
    }

    static RecordMark of(ConsumerRecord<byte[], byte[]> record) {
        return of(record.partition(), record.offset(), record.timestamp(), record.key(), record.value());
    }

    /** With its length before it, so that no byte can move from the key to the value unseen. */
    private static void update(MessageDigest digest, byte @Nullable [] part) {
        int length = part == null ? -1 : part.length;
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
        if (part != null) {
            digest.update(part);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
