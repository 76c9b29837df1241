package workshop.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the line says; that it lives, a test on a terminal shows. */
class LiveLineTest {
    private static final long SECOND = 1_000_000_000L;

    private static JobProgress standing(long records, long lag) {
        return new JobProgress("1,197 counted, 4 rejected", records, lag);
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
    void what_has_no_room_is_left_out_and_no_number_is_cut() {
        JobProgress much =
                new JobProgress("10,000,000 counted, 123,456 duplicates, 12,345 rejected", 10_000_000, 12_345_678);

        assertThat(LiveLine.text(much, much, SECOND))
                .isEqualTo("10,000,000 counted, 123,456 duplicates, 12,345 rejected; lag 12,345,678");
        assertThat(LiveLine.text(null, new JobProgress("9".repeat(80), 1, 7), SECOND))
                .isEqualTo("lag 7");
    }

    @Test
    void if_nobody_answers_it_shows_no_old_numbers() {
        assertThat(LiveLine.text(standing(1_000, 900), null, SECOND)).isEqualTo("no answer from Kafka or PostgreSQL");
    }
}
