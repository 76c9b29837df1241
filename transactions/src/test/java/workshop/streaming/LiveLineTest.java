package workshop.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the line says; that it lives, a test on a terminal shows. */
class LiveLineTest {
    private static final long SECOND = 1_000_000_000L;

    private static Standing standing(long records, long lag) {
        return new Standing("1,197 counted, 4 rejected", records, lag);
    }

    @Test
    void the_first_says_no_speed_since_it_knows_none() {
        assertThat(LiveLine.text(null, standing(1_201, 0), 5)).isEqualTo("1,197 counted, 4 rejected; lag 0");
    }

    @Test
    void the_next_says_what_came_a_second_since_then() {
        assertThat(LiveLine.text(standing(1_000, 900), standing(4_000, 1_500), 2 * SECOND))
                .isEqualTo("1,197 counted, 4 rejected; 1,500 a second; lag 1,500");
    }

    @Test
    void where_nobody_answers_it_shows_no_old_numbers() {
        assertThat(LiveLine.text(standing(1_000, 900), null, SECOND)).isEqualTo("no answer from Kafka or PostgreSQL");
    }
}
