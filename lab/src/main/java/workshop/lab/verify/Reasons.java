package workshop.lab.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import workshop.transactions.CustomerTotals;
import workshop.transactions.Total;

/** Names what makes the difference between an architecture's total and the recount, from the steps of an explanation. */
final class Reasons {
    private final Explanation explanation;
    private final Snapshot lambda;
    private final KappaSnapshot kappa;

    Reasons(Explanation explanation, Snapshot lambda, KappaSnapshot kappa) {
        this.explanation = explanation;
        this.lambda = lambda;
        this.kappa = kappa;
    }

    Comparison.Row row(String customer) {
        Snapshot.Merged merged = lambda.totals().getOrDefault(customer, Snapshot.Merged.NONE);
        Total recount = explanation.all.of(customer);
        List<String> reasons = new ArrayList<>();
        boolean explained = ofLambda(customer, merged.total(), reasons);
        Total ofKappa = kappa.totals().getOrDefault(customer, Total.ZERO);
        explained &= !kappa.isThere() || ofKappa(customer, ofKappa, reasons);
        return new Comparison.Row(
                customer,
                merged.batchTotal(),
                merged.speedTotal(),
                merged.total().amount(),
                kappa.isThere() ? ofKappa.amount() : null,
                recount.amount(),
                merged.total().amount().subtract(recount.amount()),
                kappa.isThere() ? ofKappa.amount().subtract(recount.amount()) : null,
                reasons,
                explained);
    }

    private boolean ofLambda(String customer, Total merged, List<String> reasons) {
        Steps steps = new Steps("merged", customer, explanation.all, reasons);
        steps.to(explanation.lambdaCovered, "behind by %d records");
        steps.to(explanation.lambdaDuplicates, "%d duplicates not yet removed");
        steps.to(
                explanation.lambdaRules,
                "counted by " + rules(lambda.rules().all().toString()));
        return steps.isThere(merged);
    }

    private boolean ofKappa(String customer, Total total, List<String> reasons) {
        Steps steps = new Steps("Kappa", customer, explanation.all, reasons);
        steps.to(explanation.kappaCovered, "behind by %d records");
        steps.to(explanation.kappaUnchecked, "%d duplicates older than the window, counted unchecked");
        steps.to(explanation.kappaRules, "counted by the rule " + kappa.rule());
        if (kappa.forgotten() > 0 && explanation.hasDuplicates(customer)) {
            steps.toTheEnd(total, "%d duplicates that came after their id was forgotten");
        }
        return steps.isThere(total);
    }

    private static String rules(String all) {
        String names = all.substring(1, all.length() - 1);
        return (names.contains(",") ? "the rules " : "the rule ") + names;
    }

    /** Goes from the recount to the total of an architecture, a reason a step. */
    private static final class Steps {
        private final String architecture;
        private final String customer;
        private final List<String> reasons;
        private Total reached;

        Steps(String architecture, String customer, CustomerTotals from, List<String> reasons) {
            this.architecture = architecture;
            this.customer = customer;
            this.reasons = reasons;
            this.reached = from.of(customer);
        }

        void to(CustomerTotals next, String reason) {
            toTheEnd(next.of(customer), reason);
        }

        void toTheEnd(Total next, String reason) {
            Total step = next.minus(reached);
            if (!step.isZero()) {
                long transactions = Math.abs(step.transactions() + step.leftOutTransactions());
                reasons.add(String.format(
                        Locale.ROOT, "%s: %s, %s", architecture, counted(reason, transactions), signed(step)));
            }
            reached = next;
        }

        private static String counted(String reason, long transactions) {
            String text = String.format(Locale.ROOT, reason, transactions);
            return transactions == 1 ? text.replaceFirst("(record|duplicate)s", "$1") : text;
        }

        boolean isThere(Total total) {
            Total rest = total.minus(reached);
            if (!rest.isZero()) {
                reasons.add(architecture + ": UNEXPLAINED, " + signed(rest));
            }
            return rest.isZero();
        }

        private static String signed(Total step) {
            String amount = step.amount().toPlainString();
            return step.amount().signum() > 0 ? "+" + amount : amount;
        }
    }
}
