package workshop.lab.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import workshop.lab.verify.Verification;
import workshop.settings.Plural;

/** What several steps ask for: everything is counted, and the totals are those of the recount. */
final class Agreement {
    /** So many customers are named; the others are counted. */
    private static final int NAMED = 3;

    private final Evidence evidence;
    private final StepFindings findings;
    private final int step;

    /** @param step to go back to where totals were spoilt */
    Agreement(Evidence evidence, StepFindings findings, int step) {
        this.evidence = evidence;
        this.findings = findings;
        this.step = step;
    }

    /** No record of the topic waits to be counted. */
    void nothingWaits() {
        long behind = evidence.verification().behind();
        if (behind == 0) {
            findings.ok("Every record of the topic is counted: the lag is 0.");
        } else {
            findings.missing(
                    Plural.of(behind, "record of the topic is", "records of the topic are") + " not counted yet.",
                    "They came after the speed layer had ended, or it has not reached them yet.",
                    evidence.command("speed --until-caught-up"));
        }
    }

    /** The merged totals are those of the recount: each customer's batch part, speed part and number of transactions. */
    void mergedTotals() {
        Verification found = evidence.verification();
        if (found.customers() == 0) {
            findings.missing(
                    "There are no totals yet.", "Neither layer has counted anything.", evidence.command("batch"));
        } else if (found.agrees()) {
            findings.ok(
                    "The merged totals of %s are those of the recount, %s in all, to the cent.",
                    Plural.of(found.customers(), "customer"), found.merged().toPlainString());
        } else {
            wrong("merged total", found.differences().rows(), false);
        }
    }

    /** The same for the part of the batch layer alone. */
    void batchTotals() {
        List<List<Object>> different = evidence.verification().differences().rows().stream()
                .filter(row -> !row.get(1).equals(row.get(2)))
                .toList();
        if (different.isEmpty()) {
            findings.ok("The batch layer's totals are those of the recount, customer by customer, to the cent.");
        } else {
            wrong("batch total", different, true);
        }
    }

    private void wrong(String total, List<List<Object>> rows, boolean batchOnly) {
        String named = rows.stream()
                .limit(NAMED)
                .map(row -> row.get(0) + ": " + difference(row, batchOnly))
                .collect(Collectors.joining("; "));
        findings.wrong(
                "The " + total + " of " + Plural.of(rows.size(), "customer is", "customers are") + " not as recounted: "
                        + named + (rows.size() > NAMED ? "; ..." : "") + ".",
                "Somebody has written into the tables beside the layers, or a file or the log is another than the one that"
                        + " was counted; " + evidence.command("verify") + " lists all differences.",
                evidence.command("step " + step) + ", which begins this step anew with right totals");
    }

    /** What differs in a row of the verification, in which each column is followed by the recounted one. */
    private static String difference(List<Object> row, boolean batchOnly) {
        String[] names = {"batch part", "speed part", "transactions"};
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < (batchOnly ? 1 : names.length); i++) {
            Object is = row.get(1 + 2 * i);
            Object recounted = row.get(2 + 2 * i);
            if (!is.equals(recounted)) {
                parts.add(names[i] + " " + is + " instead of " + recounted);
            }
        }
        return parts.isEmpty() ? "what its rule leaves out" : String.join(", ", parts);
    }
}
