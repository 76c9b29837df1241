package workshop.producer.datasets;

import java.util.Locale;
import workshop.producer.random.Randomness;
import workshop.producer.random.ZipfCustomers;

/** Who buys for how much: twelve customers, skewed, and amounts as in a shop, from 2.50 to some 300. */
final class Sales {
    private static final ZipfCustomers CUSTOMERS = new ZipfCustomers(ZipfCustomers.NAMES.size());
    private static final double REFUNDS_PERCENT = 2;
    private static final int MIN_CENTS = 250;
    private static final int MAX_CENTS = 30_000;
    private static final int STEP_CENTS = 5;

    private final Randomness randomness;

    Sales(Randomness randomness) {
        this.randomness = randomness;
    }

    /** An entry without a time. */
    DatasetLine next(String id) {
        String customer = ZipfCustomers.name(CUSTOMERS.rank(randomness));
        return new DatasetLine(id, customer, amount(), null);
    }

    /** In currency units with two decimals; a refund is negative. */
    String amount() {
        double unit = randomness.unit();
        int cents = MIN_CENTS + (int) (unit * unit * MAX_CENTS);
        cents -= cents % STEP_CENTS;
        String sign = randomness.chance(REFUNDS_PERCENT) ? "-" : "";
        return String.format(Locale.ROOT, "%s%d.%02d", sign, cents / 100, cents % 100);
    }
}
