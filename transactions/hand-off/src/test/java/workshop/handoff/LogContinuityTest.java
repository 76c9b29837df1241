package workshop.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import workshop.handoff.LogContinuity.Hole;

class LogContinuityTest {
    @Test
    void a_log_that_begins_with_the_next_record_or_before_it_has_no_hole() {
        assertThat(LogContinuity.hole(Map.of(0, 5L, 1, 0L), Map.of(0, 5L, 1, 0L, 2, 9L)))
                .isEmpty();
        assertThat(LogContinuity.hole(Map.of(3, 0L), Map.of())).isEmpty();
    }

    @Test
    void a_log_that_begins_behind_the_next_record_has_a_hole() {
        assertThat(LogContinuity.hole(Map.of(0, 5L, 1, 4L), Map.of(0, 5L, 1, 5L)))
                .contains(new Hole(1, 5, 4));
    }

    @Test
    void a_log_that_ends_before_what_is_known_has_stepped_back() {
        assertThatCode(() -> LogContinuity.requireNoStepBack(Map.of(0, 5L), Map.of(0, 5L), offset -> ""))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> LogContinuity.requireNoStepBack(
                        Map.of(0, 5L), Map.of(0, 4L), offset -> "before offset " + offset + ", its last cut"))
                .hasMessageContaining("Partition 0 of the log ends at offset 4, before offset 5, its last cut.");
    }

    @Test
    void a_partition_that_is_gone_has_stepped_back() {
        assertThatThrownBy(() -> LogContinuity.requireNoStepBack(Map.of(2, 1L), Map.of(), offset -> "but 1 comes next"))
                .hasMessageContaining("Partition 2 of the log ends at offset 0, but 1 comes next.");
    }
}
