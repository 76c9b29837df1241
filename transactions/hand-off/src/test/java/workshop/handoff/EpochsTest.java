package workshop.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import workshop.handoff.Epochs.Cut;

class EpochsTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T00:00:00Z");

    /** Partition 1 was added after the first cut. */
    private final Epochs epochs =
            new Epochs(List.of(new Cut(1, MONDAY, Map.of(0, 100L)), new Cut(2, TUESDAY, Map.of(0, 100L, 1, 7L))));

    @Test
    void without_a_cut_everything_is_in_the_first_epoch() {
        Epochs none = new Epochs(List.of());

        assertThat(none.open()).isEqualTo(1);
        assertThat(none.epochOf(3, 1_000_000)).isEqualTo(1);
        assertThat(none.epochAt(MONDAY)).isEqualTo(1);
    }

    @Test
    void the_end_offset_of_an_epoch_is_the_first_of_the_next() {
        assertThat(epochs.epochOf(0, 99)).isEqualTo(1);
        assertThat(epochs.epochOf(0, 100)).isEqualTo(3);
        assertThat(epochs.epochOf(1, 6)).isEqualTo(2);
        assertThat(epochs.epochOf(1, 7)).isEqualTo(3);
    }

    @Test
    void a_partition_that_no_cut_names_is_in_the_open_epoch() {
        assertThat(epochs.epochOf(2, 0)).isEqualTo(3);
    }

    @Test
    void by_the_clock_a_record_belongs_to_the_epoch_whose_cut_was_declared_after_it() {
        assertThat(epochs.epochAt(MONDAY.minusMillis(1))).isEqualTo(1);
        assertThat(epochs.epochAt(MONDAY)).isEqualTo(2);
        assertThat(epochs.epochAt(TUESDAY)).isEqualTo(3);
    }

    @Test
    void cuts_out_of_order_are_refused() {
        assertThatThrownBy(() -> new Epochs(List.of(new Cut(2, MONDAY, Map.of()))))
                .hasMessage("cut 2 stands where 1 must");
    }
}
