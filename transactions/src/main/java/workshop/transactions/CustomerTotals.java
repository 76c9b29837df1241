package workshop.transactions;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The one aggregation: transactions added up by customer. Not thread safe. */
public final class CustomerTotals implements Serializable {
    private static final long serialVersionUID = 1;

    /** A total that grows in place: no new object a transaction, but for the sum itself. */
    private static final class Sum {
        private BigDecimal amount = Total.ZERO.amount();
        private long transactions;
    }

    private transient Map<String, Sum> byCustomer = new HashMap<>();

    public void add(Transaction transaction) {
        add(transaction.customer(), transaction.amount(), 1);
    }

    public void add(String customer, Total total) {
        add(customer, total.amount(), total.transactions());
    }

    /** Takes a transaction out again that turned out to be a duplicate. */
    public void remove(Transaction transaction) {
        add(transaction.customer(), transaction.amount().negate(), -1);
    }

    public void addAll(CustomerTotals other) {
        other.byCustomer.forEach((customer, sum) -> add(customer, sum.amount, sum.transactions));
    }

    private void add(String customer, BigDecimal amount, long transactions) {
        Sum sum = byCustomer.get(customer);
        if (sum == null) {
            sum = new Sum();
            byCustomer.put(customer, sum);
        }
        sum.amount = sum.amount.add(amount);
        sum.transactions += transactions;
    }

    public Total of(String customer) {
        Sum sum = byCustomer.get(customer);
        return sum == null ? Total.ZERO : new Total(sum.amount, sum.transactions);
    }

    /** Shows each customer's total, in no order. */
    public void forEach(BiConsumer<String, Total> visitor) {
        byCustomer.forEach((customer, sum) -> visitor.accept(customer, new Total(sum.amount, sum.transactions)));
    }

    /** All totals as they are now, by customer. */
    public Map<String, Total> asMap() {
        Map<String, Total> totals = new TreeMap<>();
        forEach(totals::put);
        return totals;
    }

    /** A few bytes a customer: Java's own form of a BigDecimal takes a hundred, and all totals cross the network. */
    private void writeObject(ObjectOutputStream out) throws IOException {
        out.writeInt(byCustomer.size());
        for (Map.Entry<String, Sum> customer : byCustomer.entrySet()) {
            Sum sum = customer.getValue();
            byte[] unscaled = sum.amount.unscaledValue().toByteArray();
            out.writeUTF(customer.getKey());
            out.writeInt(unscaled.length);
            out.write(unscaled);
            out.writeLong(sum.transactions);
        }
    }

    private void readObject(ObjectInputStream in) throws IOException {
        int size = in.readInt();
        byCustomer = new HashMap<>(size * 2);
        for (int i = 0; i < size; i++) {
            String customer = in.readUTF();
            byte[] unscaled = new byte[in.readInt()];
            in.readFully(unscaled);
            add(customer, new BigDecimal(new BigInteger(unscaled), Total.DECIMALS), in.readLong());
        }
    }
}
