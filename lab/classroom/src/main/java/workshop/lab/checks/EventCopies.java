package workshop.lab.checks;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import workshop.settings.Plural;
import workshop.transactions.Total;
import workshop.transactions.Transaction;

/**
 * How often the lines of the events file stand in the topic.
 *
 * @param missing how many lines are not there
 * @param repeated how many lines are there more often than in the file
 * @param withoutId how many of the copies too many have no id, so that no batch can know them
 * @param amount what these come to, currency units
 */
record EventCopies(int missing, int repeated, long withoutId, BigDecimal amount) {
    static EventCopies of(EventsFile events, List<TopicRecord> log) {
        Map<ByteBuffer, Integer> open = new HashMap<>(events.lines());
        long withoutId = 0;
        BigDecimal amount = Total.ZERO.amount();
        for (TopicRecord record : log) {
            Integer left = open.computeIfPresent(record.content(), (line, times) -> times - 1);
            Transaction transaction = left != null && left < 0 ? record.transaction() : null;
            if (transaction != null && transaction.transactionId() == null) {
                withoutId++;
                amount = amount.add(transaction.amount());
            }
        }
        int missing = 0;
        int repeated = 0;
        for (Map.Entry<ByteBuffer, Integer> line : open.entrySet()) {
            missing += Math.max(0, line.getValue());
            repeated += line.getValue() < 0 ? events.lines().get(line.getKey()) : 0;
        }
        return new EventCopies(missing, repeated, withoutId, amount);
    }

    /** What a batch makes of them, before it has run and afterwards. */
    String afterABatch() {
        return "A batch takes out the copies that have an id"
                + (withoutId == 0
                        ? "."
                        : "; " + Plural.of(withoutId, "copy has none and stays", "copies have none and stay")
                                + " in the totals, " + amount.toPlainString() + " too much.");
    }
}
