package workshop.producer.progress;

import java.util.Locale;
import workshop.settings.Plural;

/**
 * What became of the records: {@code sent = acknowledged + failed}.
 *
 * @param sent handed to Kafka's client
 * @param acknowledged written by all replicas in sync, as Kafka said
 * @param failed not acknowledged: refused, or without an answer in time; Kafka may hold some of them all the same
 * @param broken of the sent, those that break the contract: the layers will reject them
 * @param seconds from the first record to the last answer
 */
public record ProduceReport(long sent, long acknowledged, long failed, long broken, double seconds) {
    public ProduceReport {
        if (sent != acknowledged + failed) {
            throw new IllegalArgumentException(sent + " sent, but " + acknowledged + " + " + failed + " answered");
        }
    }

    /** For a person, one line. */
    public String sentence() {
        String answers = failed == 0
                ? "all acknowledged"
                : String.format(Locale.ROOT, "%,d acknowledged, %,d not", acknowledged, failed);
        return String.format(Locale.ROOT, "Sent %s in %.1f s: %s.", Plural.of(sent, "record"), seconds, answers);
    }
}
