package workshop.producer.progress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LineProgressTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private long now;
    private final SendProgress progress = new LineProgress(new PrintStream(printed, true, UTF_8), () -> now);

    @Test
    void a_run_of_less_than_a_second_prints_its_result_only() {
        run(OptionalLong.of(10), 10, 90);
        assertThat(printed.toString(UTF_8).lines()).containsExactly("Sent 10 records in 0.9 s: all acknowledged.");
    }

    @Test
    void a_long_run_prints_a_line_every_few_seconds() {
        run(OptionalLong.of(120), 120, 100);
        assertThat(printed.toString(UTF_8).lines())
                .containsExactly(
                        "10 of 120 records sent, 9 acknowledged",
                        "60 of 120 records sent, 59 acknowledged",
                        "110 of 120 records sent, 109 acknowledged",
                        "Sent 120 records in 12.0 s: all acknowledged.");
    }

    @Test
    void if_the_count_is_not_known_it_is_not_said() {
        run(OptionalLong.empty(), 10, 100);
        assertThat(printed.toString(UTF_8)).startsWith("10 records sent, 9 acknowledged");
    }

    private void run(OptionalLong expected, int records, long millisEach) {
        progress.start(expected);
        for (int i = 1; i <= records; i++) {
            now += TimeUnit.MILLISECONDS.toNanos(millisEach);
            progress.update(i, i - 1);
        }
        progress.end(new ProduceReport(records, records, 0, 0, now / 1e9));
    }
}
