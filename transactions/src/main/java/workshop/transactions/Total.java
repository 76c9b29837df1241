package workshop.transactions;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What all layers compute for a customer: the sum of the amounts and the number of transactions.
 *
 * @param amount currency units, scale 2, exact at any size
 * @param transactions how many were added up; negative only in a correction
 */
public record Total(BigDecimal amount, long transactions) implements Serializable {
    /** Decimals of every amount in the workshop. */
    public static final int DECIMALS = 2;

    public static final Total ZERO = new Total(BigDecimal.ZERO.setScale(DECIMALS), 0);

    public Total {
        requireNonNull(amount, "amount is null");
    }

    public static Total of(Transaction transaction) {
        return new Total(transaction.amount(), 1);
    }

    public Total plus(Total other) {
        return new Total(amount.add(other.amount), transactions + other.transactions);
    }

    public Total minus(Total other) {
        return new Total(amount.subtract(other.amount), transactions - other.transactions);
    }

    public boolean isZero() {
        return amount.signum() == 0 && transactions == 0;
    }
}
