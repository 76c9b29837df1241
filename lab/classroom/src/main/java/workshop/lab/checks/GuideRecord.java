package workshop.lab.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import workshop.transactions.Transaction;

/**
 * A record that a step of the guide sends: found in the topic by its id, and counted or not.
 *
 * @param id its transaction_id
 * @param line as it stands in the guide
 */
record GuideRecord(String id, String line) {
    /** The records with this id, or with something that looks so, also if the contract rejects them. */
    List<TopicRecord> in(Evidence evidence) {
        return evidence.log().stream()
                .filter(record -> {
                    Transaction transaction = record.transaction();
                    return transaction != null
                            ? id.equals(transaction.transactionId())
                            : record.value() != null && new String(record.value(), UTF_8).contains('"' + id + '"');
                })
                .toList();
    }

    /** Reports whether it is there and counted. Returns the record; null if it is not. */
    TopicRecord look(Evidence evidence, StepFindings findings) {
        List<TopicRecord> found = in(evidence);
        String send = "echo '" + line + "' | " + evidence.command("produce --stdin");
        TopicRecord record = found.stream()
                .filter(one -> one.transaction() != null)
                .findFirst()
                .orElse(null);
        if (found.isEmpty()) {
            findings.missing(
                    "The event " + id + " is not in the topic.", "It was not sent yet, or has another id.", send);
        } else if (record == null) {
            findings.wrong(
                    "The event " + id + " is in the topic, and the contract rejects it.",
                    "It was not typed as in the guide; ./workshop query --view rejected tells why, after a batch.",
                    send);
        } else {
            counted(evidence, record, findings);
        }
        return record;
    }

    private void counted(Evidence evidence, TopicRecord record, StepFindings findings) {
        boolean isCounted = evidence.coverage().stream().anyMatch(partition -> partition.covers(record));
        if (isCounted) {
            findings.ok(
                    "The event %s of %s, %s, is in the topic and counted (%s).",
                    id,
                    record.transaction().customer(),
                    record.transaction().amount().toPlainString(),
                    record.place().words());
        } else {
            findings.missing(
                    "The event " + id + " is in the topic, and not counted yet.",
                    "No speed layer runs, or it has not reached it.",
                    evidence.command("speed --until-caught-up"));
        }
    }
}
