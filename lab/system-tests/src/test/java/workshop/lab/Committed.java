package workshop.lab;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Adds up the lines that a test committed, by the shape in which tests write them and by no code of the layers. */
final class Committed {
    private static final Pattern TRANSACTION = Pattern.compile(
            "\\{(?:\"transaction_id\":\"(\\w+)\",)?\"customer\":\"(\\w+)\",\"amount\":(-?\\d+\\.\\d\\d)}");

    private final Map<String, BigDecimal> totals = new TreeMap<>();
    private final Set<String> ids = new HashSet<>();
    private long records;
    private long rejected;

    /** @param line null for a tombstone; what has not the shape of a transaction is one that the contract rejects */
    void add(String line) {
        records++;
        Matcher transaction = TRANSACTION.matcher(line == null ? "" : line);
        if (!transaction.matches()) {
            rejected++;
        } else if (transaction.group(1) == null || ids.add(transaction.group(1))) {
            totals.merge(transaction.group(2), new BigDecimal(transaction.group(3)), BigDecimal::add);
        }
    }

    long records() {
        return records;
    }

    long rejected() {
        return rejected;
    }

    /** Every customer with the total in currency units, as {@code c1 12.34, c2 -0.10}, by name. */
    String totals() {
        return totals.entrySet().stream()
                .map(total -> total.getKey() + " " + total.getValue())
                .collect(Collectors.joining(", "));
    }
}
