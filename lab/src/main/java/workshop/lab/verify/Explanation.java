package workshop.lab.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import workshop.transactions.Contract;
import workshop.transactions.CustomerTotals;
import workshop.transactions.Rule;
import workshop.transactions.Transaction;
import workshop.transactions.Verdict.Accepted;

/**
 * The totals as they would be if all were counted, and, step by step, as each architecture counts them: each step takes in
 * one reason for a difference, so what lies between two steps is what this reason makes. Records are shown in the order
 * that decides which of several with one id counts.
 */
final class Explanation {
    private static final int BY_ANY = 1;
    private static final int BY_LAMBDA = 2;
    private static final int BY_BATCH = 4;
    private static final int BY_KAPPA = 8;

    private final Rule rule;
    private final Rule kappaRule;
    private final Map<String, Integer> seen = new HashMap<>();
    private final Set<String> withDuplicates = new HashSet<>();
    private long records;
    private long rejected;
    private long duplicates;

    /** All records, duplicates removed. */
    final CustomerTotals all = new CustomerTotals();
    /** Of these, what Lambda has counted. */
    final CustomerTotals lambdaCovered = new CustomerTotals();
    /** With the duplicates that the speed layer has counted. */
    final CustomerTotals lambdaDuplicates = new CustomerTotals();
    /** By the rules of the layers. */
    final CustomerTotals lambdaRules = new CustomerTotals();
    /** Of all, what Kappa has counted. */
    final CustomerTotals kappaCovered = new CustomerTotals();
    /** With the duplicates that it could not recognise any more, and knows of. */
    final CustomerTotals kappaUnchecked = new CustomerTotals();
    /** By the rule of the version. */
    final CustomerTotals kappaRules = new CustomerTotals();

    /** @param rule by which all totals are counted, but those of the last step */
    Explanation(Rule rule, Rule kappaRule) {
        this.rule = rule;
        this.kappaRule = kappaRule;
    }

    void add(byte[] bytes, int from, int length, Standing standing) {
        records++;
        if (!(Contract.check(bytes, from, length) instanceof Accepted accepted)) {
            rejected++;
            return;
        }
        Transaction transaction = accepted.transaction();
        String id = transaction.transactionId();
        int before = id == null ? 0 : seen.getOrDefault(id, 0);
        int now = before | BY_ANY;
        if ((before & BY_ANY) == 0) {
            all.add(transaction, rule);
        } else {
            duplicates++;
            withDuplicates.add(transaction.customer());
        }
        if (standing.byLambda()) {
            now |= lambda(transaction, before, standing);
        }
        if (standing.byKappa()) {
            now |= BY_KAPPA;
            kappa(transaction, before, standing);
        }
        if (id != null && now != before) {
            seen.put(id, now);
        }
    }

    private int lambda(Transaction transaction, int before, Standing standing) {
        if ((before & BY_LAMBDA) == 0) {
            lambdaCovered.add(transaction, rule);
        }
        if (standing.bySpeed() || (before & BY_BATCH) == 0) {
            lambdaDuplicates.add(transaction, rule);
            lambdaRules.add(transaction, standing.lambdaRule());
        }
        return standing.byBatch() ? BY_LAMBDA | BY_BATCH : BY_LAMBDA;
    }

    private void kappa(Transaction transaction, int before, Standing standing) {
        boolean first = (before & BY_KAPPA) == 0;
        if (first) {
            kappaCovered.add(transaction, rule);
        }
        if (first || standing.unchecked()) {
            kappaUnchecked.add(transaction, rule);
            kappaRules.add(transaction, kappaRule);
        }
    }

    /** A place where a history file is broken: a record that was read and rejected. */
    void addBroken() {
        records++;
        rejected++;
    }

    /** Whether one of the customer's records repeats an id. */
    boolean hasDuplicates(String customer) {
        return withDuplicates.contains(customer);
    }

    /** All customers of whom there is a transaction. */
    Set<String> customers() {
        return new TreeSet<>(all.asMap().keySet());
    }

    long records() {
        return records;
    }

    long rejected() {
        return rejected;
    }

    long duplicates() {
        return duplicates;
    }
}
