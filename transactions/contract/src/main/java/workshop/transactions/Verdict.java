package workshop.transactions;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/** What the contract says of a record: a transaction, or why it is none. */
public sealed interface Verdict extends Serializable {

    record Accepted(Transaction transaction) implements Verdict {
        public Accepted {
            requireNonNull(transaction, "transaction is null");
        }
    }

    /**
     * @param reason the stable code
     * @param sentence what is wrong with this record, for a person; one line
     */
    record Rejected(Reason reason, String sentence) implements Verdict {
        public Rejected {
            requireNonNull(reason, "reason is null");
            requireNonNull(sentence, "sentence is null");
        }
    }
}
