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

/**
 * Transactions added up by customer, for who adds up many: the batch layer and the recount. A total grows here by the rules of
 * {@link Total}, which the speed layer uses directly. Not thread safe.
 */
public final class CustomerTotals implements Serializable {
    private static final long serialVersionUID = 1;

    /** A total that grows in place: no new object a transaction, but for the sums themselves. */
    private static final class Sum {
        private BigDecimal amount = Total.ZERO.amount();
        private long transactions;
        private BigDecimal leftOut = Total.ZERO.leftOut();
        private long leftOutTransactions;

        private Total total() {
            return new Total(amount, transactions, leftOut, leftOutTransactions);
        }
    }

    private transient Map<String, Sum> byCustomer = new HashMap<>();

    public void add(Transaction transaction, Rule rule) {
        add(transaction, rule, transaction.amount(), 1);
    }

    /** Takes a transaction out again that turned out to be a duplicate. */
    public void remove(Transaction transaction, Rule rule) {
        add(transaction, rule, transaction.amount().negate(), -1);
    }

    private void add(Transaction transaction, Rule rule, BigDecimal amount, long transactions) {
        Sum sum = sum(transaction.customer());
        if (rule.counts(transaction)) {
            sum.amount = sum.amount.add(amount);
            sum.transactions += transactions;
        } else {
            sum.leftOut = sum.leftOut.add(amount);
            sum.leftOutTransactions += transactions;
        }
    }

    public void add(String customer, Total total) {
        Sum sum = sum(customer);
        sum.amount = sum.amount.add(total.amount());
        sum.transactions += total.transactions();
        sum.leftOut = sum.leftOut.add(total.leftOut());
        sum.leftOutTransactions += total.leftOutTransactions();
    }

    public void addAll(CustomerTotals other) {
        other.forEach(this::add);
    }

    private Sum sum(String customer) {
        Sum sum = byCustomer.get(customer);
        if (sum == null) {
            sum = new Sum();
            byCustomer.put(customer, sum);
        }
        return sum;
    }

    public Total of(String customer) {
        Sum sum = byCustomer.get(customer);
        return sum == null ? Total.ZERO : sum.total();
    }

    /** Shows each customer's total, in no order. */
    public void forEach(BiConsumer<String, Total> visitor) {
        byCustomer.forEach((customer, sum) -> visitor.accept(customer, sum.total()));
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
            out.writeUTF(customer.getKey());
            writeAmount(out, sum.amount);
            out.writeLong(sum.transactions);
            writeAmount(out, sum.leftOut);
            out.writeLong(sum.leftOutTransactions);
        }
    }

    private void readObject(ObjectInputStream in) throws IOException {
        int size = in.readInt();
        byCustomer = new HashMap<>(size * 2);
        for (int i = 0; i < size; i++) {
            String customer = in.readUTF();
            add(customer, new Total(readAmount(in), in.readLong(), readAmount(in), in.readLong()));
        }
    }

    private static void writeAmount(ObjectOutputStream out, BigDecimal amount) throws IOException {
        byte[] unscaled = amount.unscaledValue().toByteArray();
        out.writeInt(unscaled.length);
        out.write(unscaled);
    }

    private static BigDecimal readAmount(ObjectInputStream in) throws IOException {
        byte[] unscaled = new byte[in.readInt()];
        in.readFully(unscaled);
        return new BigDecimal(new BigInteger(unscaled), Total.DECIMALS);
    }
}
