package workshop.transactions;

import java.io.Serializable;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** The one aggregation: transactions added up by customer. Not thread safe. */
public final class CustomerTotals implements Serializable {
    private static final long serialVersionUID = 1;

    private final Map<String, Total> byCustomer = new HashMap<>();

    public void add(Transaction transaction) {
        byCustomer.compute(
                transaction.customer(),
                (customer, before) -> before == null ? Total.of(transaction) : before.plus(transaction));
    }

    public Total of(String customer) {
        return byCustomer.getOrDefault(customer, Total.ZERO);
    }

    public Map<String, Total> asMap() {
        return Collections.unmodifiableMap(byCustomer);
    }
}
