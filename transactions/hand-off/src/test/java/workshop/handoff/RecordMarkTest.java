package workshop.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A mark is of one record: whatever differs between two records makes another mark. */
class RecordMarkTest {
    private static final RecordMark MARK = mark(41, 1_000, "Ali", "{}");

    private static RecordMark mark(long offset, long timestamp, String key, String value) {
        return RecordMark.of(2, offset, timestamp, bytes(key), bytes(value));
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void the_same_record_has_the_same_mark_in_every_version_of_the_workshop() {
        assertThat(mark(41, 1_000, "Ali", "{}")).isEqualTo(MARK);
        // sha256sum of the bytes: offset, timestamp, length and bytes of key and value, each number big-endian
        assertThat(Long.toHexString(MARK.hash())).isEqualTo("b8aa550ba766dd7d");
    }

    static Stream<RecordMark> others() {
        return Stream.of(
                mark(42, 1_000, "Ali", "{}"),
                mark(41, 1_001, "Ali", "{}"),
                mark(41, 1_000, "Ale", "{}"),
                mark(41, 1_000, "Ali", "{ }"),
                mark(41, 1_000, "Ali{", "}"),
                mark(41, 1_000, null, "{}"),
                mark(41, 1_000, "", "{}"),
                mark(41, 1_000, "Ali", null),
                mark(41, 1_000, "Ali", ""));
    }

    @ParameterizedTest
    @MethodSource("others")
    void another_record_has_another_mark(RecordMark other) {
        assertThat(other.hash()).isNotEqualTo(MARK.hash());
    }

    @Test
    void no_key_is_another_key_than_an_empty_one() {
        assertThat(mark(41, 1_000, null, "{}").hash())
                .isNotEqualTo(mark(41, 1_000, "", "{}").hash());
    }
}
