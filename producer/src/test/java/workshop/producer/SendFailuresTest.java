package workshop.producer;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workshop.producer.progress.ProduceReport;

class SendFailuresTest {
    private final ProduceReport report = new ProduceReport(5, 3, 2, 0, 1);

    static Exception[] failures() {
        return new Exception[] {
            new TimeoutException("late"), new RecordTooLargeException("large"), new InvalidTopicException("wrong")
        };
    }

    @ParameterizedTest
    @MethodSource("failures")
    void each_says_how_many_are_acknowledged_and_why(Exception failure) {
        assertThat(SendFailures.notAcknowledged(report, failure).what())
                .contains(": 3 of 5 sent records are acknowledged.");
        assertThat(SendFailures.notAcknowledged(report, failure).why()).contains(failure.getMessage());
        assertThat(SendFailures.notAcknowledged(report, failure)).hasCause(failure);
    }
}
