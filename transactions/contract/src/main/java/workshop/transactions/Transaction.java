package workshop.transactions;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One transaction that keeps the contract.
 *
 * @param customer 1 to 100 characters, trimmed
 * @param amount currency units, scale exactly 2; negative is a refund
 * @param transactionId 1 to 100 characters, or null if the sender gave none; records with the same id are one transaction
 * @param timestamp when it happened, or null if the sender did not say
 */
public record Transaction(
        String customer,
        BigDecimal amount,
        @Nullable String transactionId,
        @Nullable Instant timestamp) implements Serializable {
    public Transaction {
        requireNonNull(customer, "customer is null");
        requireNonNull(amount, "amount is null");
        if (amount.scale() != Total.DECIMALS) {
            throw new IllegalArgumentException("amount " + amount + " has not " + Total.DECIMALS + " decimals");
        }
    }

    public Optional<String> id() {
        return Optional.ofNullable(transactionId);
    }

    /** Whether both say the same of the same transaction: customer, amount and time. */
    public boolean agreesWith(Transaction other) {
        return equals(other);
    }
}
