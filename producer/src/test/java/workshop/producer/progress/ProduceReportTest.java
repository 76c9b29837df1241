package workshop.producer.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ProduceReportTest {
    @Test
    void the_sentence_says_whether_all_is_acknowledged() {
        assertThat(new ProduceReport(1_200, 1_200, 0, 0, 0.42).sentence())
                .isEqualTo("Sent 1,200 records in 0.4 s: all acknowledged.");
        assertThat(new ProduceReport(1_200, 1_100, 100, 0, 12).sentence())
                .isEqualTo("Sent 1,200 records in 12.0 s: 1,100 acknowledged, 100 not.");
    }

    @Test
    void a_record_is_acknowledged_or_failed() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ProduceReport(3, 1, 1, 0, 0));
    }
}
