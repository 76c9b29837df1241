package workshop.transactions;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What all layers compute for a customer: a sum of amounts and a number of transactions, once for the transactions that
 * count by a {@link Rule} and once for those that it leaves out. Together they are all accepted transactions.
 *
 * @param amount currency units, scale 2, exact at any size
 * @param transactions how many were added up; negative only in a correction
 * @param leftOut currency units, scale 2: the sum of what does not count by the rule
 * @param leftOutTransactions how many that are
 */
public record Total(BigDecimal amount, long transactions, BigDecimal leftOut, long leftOutTransactions)
        implements Serializable {
    /** Decimals of every amount in the workshop. */
    public static final int DECIMALS = 2;

    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(DECIMALS);
    public static final Total ZERO = new Total(NOTHING, 0);

    public Total {
        requireNonNull(amount, "amount is null");
        requireNonNull(leftOut, "leftOut is null");
    }

    /** With nothing left out. */
    public Total(BigDecimal amount, long transactions) {
        this(amount, transactions, NOTHING, 0);
    }

    // region part
    /** A transaction's part in its customer's total. */
    public static Total of(Transaction transaction, Rule rule) {
        return rule.counts(transaction)
                ? new Total(transaction.amount(), 1)
                : new Total(NOTHING, 0, transaction.amount(), 1);
    }
    // endregion

    public Total plus(Total other) {
        return new Total(
                amount.add(other.amount),
                transactions + other.transactions,
                leftOut.add(other.leftOut),
                leftOutTransactions + other.leftOutTransactions);
    }

    public Total minus(Total other) {
        return new Total(
                amount.subtract(other.amount),
                transactions - other.transactions,
                leftOut.subtract(other.leftOut),
                leftOutTransactions - other.leftOutTransactions);
    }

    /** Whether adding this changes nothing. */
    public boolean isZero() {
        return amount.signum() == 0 && transactions == 0 && leftOut.signum() == 0 && leftOutTransactions == 0;
    }

    /** Whether any transaction is in it, counted or left out. */
    public boolean isOfSome() {
        return transactions != 0 || leftOutTransactions != 0;
    }
}
