package workshop.lab.classroom;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import workshop.settings.Plural;
import workshop.transactions.CustomerOrder;
import workshop.transactions.Total;

/**
 * In what totals differ from the known ones of the stage that they come nearest to.
 *
 * @param customers a sentence's part for each that differs: "Ali 100.00 instead of 120.50 (-20.50)"
 * @param size sum of the differing amounts without their signs, currency units
 */
record Difference(ClassStage nearest, List<String> customers, BigDecimal size) {
    private static final int SHOWN = 3;

    Difference {
        customers = List.copyOf(customers);
    }

    /** Nearest is where the fewest customers differ; of two such, where they differ by less. */
    static Difference of(Map<String, Total> totals, ExpectedResults answers) {
        return Arrays.stream(ClassStage.values())
                .map(stage -> at(stage, totals, answers.at(stage).totals()))
                .min(Comparator.comparingInt((Difference it) -> it.customers.size())
                        .thenComparing(Difference::size))
                .orElseThrow();
    }

    private static Difference at(ClassStage stage, Map<String, Total> totals, Map<String, Total> known) {
        TreeSet<String> all = new TreeSet<>(CustomerOrder.BY_CODE_POINT);
        all.addAll(known.keySet());
        all.addAll(totals.keySet());
        List<String> customers = new ArrayList<>();
        BigDecimal size = Total.ZERO.amount();
        for (String customer : all) {
            Total found = totals.get(customer);
            Total right = known.get(customer);
            if (right == null || !right.equals(found)) {
                customers.add(customer + " " + words(found, right));
                size = size.add(amount(found).subtract(amount(right)).abs());
            }
        }
        return new Difference(stage, customers, size);
    }

    private static BigDecimal amount(Total total) {
        return total == null ? Total.ZERO.amount() : total.amount();
    }

    private static String words(Total found, Total right) {
        if (right == null) {
            return found.amount().toPlainString() + ", who is no customer";
        }
        if (found == null) {
            return "missing instead of " + right.amount().toPlainString();
        }
        BigDecimal more = found.amount().subtract(right.amount());
        if (more.signum() == 0) {
            return Plural.of(found.transactions(), "transaction") + " instead of " + right.transactions();
        }
        String sign = more.signum() > 0 ? "+" : "";
        return found.amount().toPlainString() + " instead of " + right.amount().toPlainString() + " (" + sign
                + more.toPlainString() + ")";
    }

    String sentence() {
        String first = customers.stream().limit(SHOWN).collect(Collectors.joining("; "));
        int more = customers.size() - SHOWN;
        return "nearest to the " + nearest + ": " + first + (more > 0 ? "; and " + more + " more" : "");
    }
}
