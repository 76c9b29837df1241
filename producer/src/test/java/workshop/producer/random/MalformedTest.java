package workshop.producer.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workshop.transactions.Contract;
import workshop.transactions.Verdict.Rejected;

class MalformedTest {
    @ParameterizedTest
    @EnumSource
    void every_one_is_rejected(Malformed malformed) {
        assertThat(Contract.check(malformed.bytes("R1-1", "Ali"))).isInstanceOf(Rejected.class);
    }

    @Test
    void they_take_turns() {
        assertThat(LongStream.range(0, Malformed.values().length)
                        .mapToObj(Malformed::rotating)
                        .collect(Collectors.toSet()))
                .hasSameSizeAs(Malformed.values());
    }

    @Test
    void they_are_of_many_sorts() {
        assertThat(Arrays.stream(Malformed.values())
                        .map(malformed -> (Rejected) Contract.check(malformed.bytes("R1-1", "Ali")))
                        .map(Rejected::reason)
                        .collect(Collectors.toSet()))
                .hasSizeGreaterThanOrEqualTo(12);
    }
}
