package workshop.lab.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import workshop.transactions.Contract;
import workshop.transactions.CustomerTotals;
import workshop.transactions.Rule;
import workshop.transactions.Total;
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
    private final Map<String, List<Repeated>> repeatedInKappa = new HashMap<>();
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
    /** By the rule of the version. */
    final CustomerTotals kappaRules = new CustomerTotals();

    /** @param rule by which all totals are counted, but those of the last step */
    Explanation(Rule rule, Rule kappaRule) {
        this.rule = rule;
        this.kappaRule = kappaRule;
    }

    void add(byte[] bytes, int from, int length, CountedBy standing) {
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

    private int lambda(Transaction transaction, int before, CountedBy standing) {
        if ((before & BY_LAMBDA) == 0) {
            lambdaCovered.add(transaction, rule);
        }
        if (standing.bySpeed() || (before & BY_BATCH) == 0) {
            lambdaDuplicates.add(transaction, rule);
            lambdaRules.add(transaction, standing.lambdaRule());
        }
        return standing.byBatch() ? BY_LAMBDA | BY_BATCH : BY_LAMBDA;
    }

    private void kappa(Transaction transaction, int before, CountedBy standing) {
        if ((before & BY_KAPPA) == 0) {
            kappaCovered.add(transaction, rule);
            kappaRules.add(transaction, kappaRule);
        } else {
            repeatedInKappa
                    .computeIfAbsent(transaction.customer(), customer -> new ArrayList<>())
                    .add(new Repeated(Total.of(transaction, kappaRule), standing.unchecked()));
        }
    }

    /** A place where a history file is broken: a record that was read and rejected. */
    void addBroken() {
        records++;
        rejected++;
    }

    /**
     * A record that Kappa has seen and that repeats an id: not in its totals, unless the id was forgotten meanwhile.
     *
     * @param part of the customer's total, were it counted
     * @param unchecked whether Kappa has said that it may have been
     */
    record Repeated(Total part, boolean unchecked) {}

    /** The customer's records that repeat an id, of those that Kappa has seen. */
    List<Repeated> repeatedInKappa(String customer) {
        return repeatedInKappa.getOrDefault(customer, List.of());
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
