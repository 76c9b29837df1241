package workshop.producer;

import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import workshop.producer.progress.ProduceReport;
import workshop.settings.Advice;
import workshop.settings.Command;
import workshop.settings.WorkshopException;

/** Says in three parts why Kafka did not acknowledge a record. */
final class SendFailures {
    private static final Advice SEND_AGAIN = Advice.of(
            Command.STATUS, ", then send the records again: those with an id that Kafka has already count once");

    private SendFailures() {}

    static WorkshopException notAcknowledged(ProduceReport report, Exception failure) {
        String count = report.acknowledged() + " of " + report.sent() + " sent records are acknowledged.";
        if (failure instanceof TimeoutException) {
            String why = "It gave no answer for a minute (" + failure.getMessage() + ").";
            return WorkshopException.failed("Kafka stopped answering: " + count, why, SEND_AGAIN, failure);
        }
        if (failure instanceof RecordTooLargeException) {
            String next = "take the record out of the input, then send it again";
            return WorkshopException.failed(
                    "A record is too large for Kafka: " + count, failure.getMessage(), next, failure);
        }
        return WorkshopException.failed("Kafka refused a record: " + count, failure.getMessage(), SEND_AGAIN, failure);
    }
}
