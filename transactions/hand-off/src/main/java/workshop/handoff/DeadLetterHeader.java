package workshop.handoff;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** What a dead letter says of itself in its headers, each of them text in UTF-8. Programs outside rely on the names. */
public enum DeadLetterHeader {
    /** The code of the reason. */
    REASON("reason"),
    /** The reason for a person. */
    SENTENCE("sentence"),
    ORIGIN_TOPIC("origin.topic"),
    ORIGIN_PARTITION("origin.partition"),
    ORIGIN_OFFSET("origin.offset"),
    /** Only if the letter has neither the key nor the value of the record: why, and how long they were. */
    VALUE_OMITTED("value.omitted");

    private final String key;

    DeadLetterHeader(String key) {
        this.key = key;
    }

    public void addTo(Headers headers, String value) {
        headers.add(key, value.getBytes(StandardCharsets.UTF_8));
    }

    /** The value in these headers; empty if they do not have it. */
    public Optional<String> in(Headers headers) {
        return Optional.ofNullable(headers.lastHeader(key))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }
}
