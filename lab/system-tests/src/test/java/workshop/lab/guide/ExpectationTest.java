package workshop.lab.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sent {n} records in {s} s.|Sent 1,200 records in 0.3 s.|true",
                "Sent {n} records in {s} s.|Sent x records in 0.3 s.|false",
                "Sent {n} records in {s} s.|Sent 1 records in 0.3 s. Really.|false",
                "Ali   80540.20|Ali 80540.20|false",
                "Ali   80540.20|Ali       80540.20|true",
                "Ali   80540.20|Ali   80540.21|false",
                "at {time}|at 2026-11-21 11:47:02.736736+00|true",
                "at {time}|at noon|false",
                "{dir}/mine.json|/home/lina/mine.json|true",
                "a.c|abc|false",
            })
    void only_a_placeholder_may_vary(String guide, String output, boolean meets) {
        assertThat(Expectation.of(guide).isMetBy(output)).isEqualTo(meets);
    }

    @Test
    void three_dots_stand_for_any_lines() {
        Expectation expected = Expectation.of("first\n{...}\nlast\n");

        assertThat(expected.isMetBy("first\nlast\n")).isTrue();
        assertThat(expected.isMetBy("first\n2\n3\nlast\n")).isTrue();
        assertThat(expected.isMetBy("first\n2\n3\n")).isFalse();
        assertThat(expected.isMetBy("0\nfirst\nlast\n")).isFalse();
    }

    @Test
    void lines_of_progress_may_come_or_not() {
        Expectation expected = Expectation.of("Sent {n} records in {s} s.\n");

        assertThat(expected.isMetBy("996 of 1,200 records sent, 985 acknowledged\nSent 1,200 records in 2.0 s.\n"))
                .isTrue();
        assertThat(expected.isMetBy("1 record sent, 0 acknowledged\nSent 1,200 records in 2.0 s.\n"))
                .isTrue();
        assertThat(expected.isMetBy("1 records lost\nSent 1,200 records in 2.0 s.\n"))
                .isFalse();
    }
}
