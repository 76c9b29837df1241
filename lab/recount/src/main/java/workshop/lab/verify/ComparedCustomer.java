package workshop.lab.verify;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import workshop.transactions.Total;

/**
 * A customer as Lambda, Kappa and the recount see it. Amounts in currency units with two decimals.
 *
 * @param merged batch + speed
 * @param kappa null if no version is there, as its difference then
 * @param mergedDifference merged - recount
 * @param kappaDifference kappa - recount
 * @param reasons for the differences, as sentences; they may add up to nothing
 * @param explained whether they are all the reasons that there are
 */
public record ComparedCustomer(
        String customer,
        BigDecimal batch,
        BigDecimal speed,
        BigDecimal merged,
        BigDecimal kappa,
        BigDecimal recount,
        BigDecimal mergedDifference,
        BigDecimal kappaDifference,
        List<String> reasons,
        boolean explained) {
    public ComparedCustomer {
        requireNonNull(customer, "customer is null");
        batch = exact(batch);
        speed = exact(speed);
        merged = exact(merged);
        kappa = exact(kappa);
        recount = exact(recount);
        mergedDifference = exact(mergedDifference);
        kappaDifference = exact(kappaDifference);
        reasons = List.copyOf(reasons);
    }

    /** @throws ArithmeticException rather than round */
    private static BigDecimal exact(BigDecimal amount) {
        return amount == null ? null : amount.setScale(Total.DECIMALS);
    }
}
