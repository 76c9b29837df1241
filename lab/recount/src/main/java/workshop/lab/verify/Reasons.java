package workshop.lab.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import workshop.lab.verify.Explanation.Repeated;
import workshop.settings.Plural;
import workshop.transactions.CustomerTotals;
import workshop.transactions.Total;

/** Names what makes the difference between an architecture's total and the recount, from the steps of an explanation. */
final class Reasons {
    private final Explanation explanation;
    private final LambdaSnapshot lambda;
    private final KappaSnapshot kappa;

    Reasons(Explanation explanation, LambdaSnapshot lambda, KappaSnapshot kappa) {
        this.explanation = explanation;
        this.lambda = lambda;
        this.kappa = kappa;
    }

    ComparedCustomer row(String customer) {
        LambdaSnapshot.Merged merged = lambda.totals().getOrDefault(customer, LambdaSnapshot.Merged.NONE);
        Total recount = explanation.all.of(customer);
        List<String> reasons = new ArrayList<>();
        boolean explained = ofLambda(customer, merged.total(), reasons);
        Total ofKappa = kappa.totals().getOrDefault(customer, Total.ZERO);
        explained &= !kappa.isThere() || ofKappa(customer, ofKappa, reasons);
        return new ComparedCustomer(
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
        steps.to(explanation.lambdaCovered, n -> "behind by " + counted(n, "record"));
        steps.to(explanation.lambdaDuplicates, n -> counted(n, "duplicate") + " not yet removed");
        steps.to(
                explanation.lambdaRules,
                n -> "counted by " + rules(lambda.rules().all().toString()));
        return steps.isThere(merged);
    }

    private boolean ofKappa(String customer, Total total, List<String> reasons) {
        Steps steps = new Steps("Kappa", customer, explanation.all, reasons);
        steps.to(explanation.kappaCovered, n -> "behind by " + counted(n, "record"));
        steps.to(explanation.kappaRules, n -> "counted by the rule " + kappa.rule());
        if (kappa.forgotten() > 0) {
            ForgottenIds.among(explanation.repeatedInKappa(customer), steps.rest(total))
                    .ifPresent(counted -> forgotten(steps, counted));
        }
        return steps.isThere(total);
    }

    private static void forgotten(Steps steps, List<Repeated> counted) {
        Total known = sum(counted, Repeated::unchecked);
        steps.by(known, n -> counted(n, "duplicate") + " older than the window, counted unchecked");
        steps.by(
                sum(counted, one -> !one.unchecked()),
                n -> counted(n, "duplicate") + " that came after " + (n > 1 ? "their" : "its") + " id was forgotten");
    }

    private static Total sum(List<Repeated> some, Predicate<Repeated> which) {
        return some.stream().filter(which).map(Repeated::part).reduce(Total.ZERO, Total::plus);
    }

    private static String counted(long number, String one) {
        return number == 0 // one record in the place of another with its id
                ? "another " + one + " with the same id"
                : Plural.of(number, one);
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

        void to(CustomerTotals next, LongFunction<String> reason) {
            by(next.of(customer).minus(reached), reason);
        }

        void by(Total step, LongFunction<String> reason) {
            if (!step.isZero()) {
                long transactions = Math.abs(step.transactions() + step.leftOutTransactions());
                reasons.add(architecture + ": " + reason.apply(transactions) + ", " + signed(step));
            }
            reached = reached.plus(step);
        }

        Total rest(Total total) {
            return total.minus(reached);
        }

        boolean isThere(Total total) {
            Total rest = rest(total);
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
