package workshop.producer.datasets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import workshop.transactions.Contract;
import workshop.transactions.Transaction;
import workshop.transactions.Verdict;
import workshop.transactions.Verdict.Accepted;
import workshop.transactions.Verdict.Rejected;

/** Counts lines of JSON as the rules say, with the contract and nothing of the generator. The first of an id counts. */
final class DatasetRecount {
    /** @param transactions how many make up the amount */
    record Sum(BigDecimal amount, int transactions) {
        Sum plus(Sum other) {
            return new Sum(amount.add(other.amount), transactions + other.transactions);
        }
    }

    private record Place(int line, Transaction transaction) {}

    private final Map<String, Place> byId = new HashMap<>();
    private final TreeMap<String, Sum> totals = new TreeMap<>();
    private final TreeMap<String, Sum> withDuplicates = new TreeMap<>();
    private int read;
    private int accepted;
    private int duplicates;
    private int rejected;

    DatasetRecount read(List<String> lines) {
        findings(lines);
        return this;
    }

    /** Counts the lines, and says what does not count and why: as rows of a Markdown table, in the order of the lines. */
    List<String> findings(List<String> lines) {
        List<String> findings = new ArrayList<>();
        for (int line = 1; line <= lines.size(); line++) {
            Verdict verdict = Contract.check(lines.get(line - 1).getBytes(UTF_8));
            read++;
            if (verdict instanceof Rejected no) {
                rejected++;
                findings.add("| " + line + " | rejected, `" + no.reason().code() + "` |");
            } else if (verdict instanceof Accepted yes) {
                count(line, yes.transaction(), findings);
            }
        }
        return findings;
    }

    private void count(int line, Transaction transaction, List<String> findings) {
        Sum sum = new Sum(transaction.amount(), 1);
        withDuplicates.merge(transaction.customer(), sum, Sum::plus);
        String id = transaction.transactionId();
        Place first = id == null ? null : byId.putIfAbsent(id, new Place(line, transaction));
        if (first == null) {
            accepted++;
            totals.merge(transaction.customer(), sum, Sum::plus);
        } else {
            duplicates++;
            String kind = first.transaction().equals(transaction) ? "duplicate" : "conflicting duplicate";
            findings.add("| " + line + " | " + kind + " of `" + id + "` |");
        }
    }

    String counts() {
        return "read " + read + " = accepted " + accepted + " + duplicates " + duplicates + " + rejected " + rejected;
    }

    /** By customer, duplicates taken out. */
    TreeMap<String, Sum> totals() {
        return totals;
    }

    /** By customer, every accepted line counted: what the speed layer says until the next batch. */
    TreeMap<String, Sum> withDuplicates() {
        return withDuplicates;
    }

    static Sum all(Map<String, Sum> totals) {
        return totals.values().stream().reduce(new Sum(BigDecimal.ZERO, 0), Sum::plus);
    }
}
