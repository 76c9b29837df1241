package workshop.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workshop.settings.WorkshopException;

class RateLimitTest {
    private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private long now = -5 * SECOND; // as System.nanoTime may say
    private long paused;

    @Test
    void the_first_record_goes_at_once_and_the_others_follow_evenly() {
        RateLimit rate = every(10 * MILLISECOND, 0);
        for (int i = 0; i < 1_000; i++) {
            assertThat(rate.await(() -> true)).isTrue();
            assertThat(paused).isEqualTo(i * 10L * MILLISECOND);
        }
    }

    @Test
    void pauses_that_last_too_long_do_not_add_up() {
        RateLimit rate = every(10 * MILLISECOND, 3 * MILLISECOND);
        long start = now;
        for (int i = 0; i < 1_000; i++) {
            rate.await(() -> true);
        }
        assertThat(now - start).isCloseTo(9_990 * MILLISECOND, within(3 * MILLISECOND));
    }

    @Test
    void an_interval_shorter_than_a_nanosecond_is_no_rate_without_end() {
        RateLimit rate = every(0.5, 0);
        long start = now;
        for (int i = 0; i < 1_000; i++) {
            rate.await(() -> true);
        }
        assertThat(now - start).isEqualTo(500);
    }

    @Test
    void after_a_long_stop_only_the_last_second_is_made_up_for() {
        RateLimit rate = every(100 * MILLISECOND, 0);
        rate.await(() -> true);
        now += 60 * SECOND;
        paused = 0;
        int atOnce = 0;
        while (paused == 0) {
            rate.await(() -> true);
            atOnce++;
        }
        assertThat(atOnce - 1).isBetween(10, 11);
    }

    @Test
    void a_long_wait_is_given_up_soon_after_it_is_not_wanted() {
        RateLimit rate = every(3_600.0 * SECOND, 0);
        assertThat(rate.await(() -> true)).isTrue();
        assertThat(rate.await(() -> paused < SECOND)).isFalse();
        assertThat(paused).isEqualTo(SECOND);
    }

    @Test
    void an_interrupted_thread_does_not_wait_and_stays_interrupted() {
        RateLimit rate = every(SECOND, 0);
        Thread.currentThread().interrupt();
        assertThat(rate.await(() -> true)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void without_a_limit_nothing_waits() {
        assertThat(RateLimit.unlimited().await(() -> true)).isTrue();
        assertThat(RateLimit.unlimited().await(() -> false)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void a_rate_must_be_more_than_nothing(double rate) {
        assertThatExceptionOfType(WorkshopException.class).isThrownBy(() -> RateLimit.perSecond(rate));
    }

    private RateLimit every(double intervalNanos, long oversleep) {
        return new RateLimit(intervalNanos, () -> now, nanos -> {
            now += nanos + oversleep;
            paused += nanos;
        });
    }
}
