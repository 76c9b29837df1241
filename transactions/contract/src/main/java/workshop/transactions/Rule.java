package workshop.transactions;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import workshop.settings.WorkshopException;

/**
 * Which transactions count: what a business changes its mind about. Every layer is started with one of these, and none of
 * them knows what it says. What a rule leaves out is added up beside the total, so nothing is lost by a change.
 *
 * <p>A new rule is one constant here.
 */
public enum Rule {
    // region rules
    /** Every transaction counts, refunds with their negative amounts. */
    ALL("all", transaction -> true),

    /** Refunds do not count. */
    NO_REFUNDS("no-refunds", transaction -> transaction.amount().signum() >= 0),

    /** What is above 10,000.00 needs a person's review and is set apart until then. */
    REVIEW_LARGE("review-large", transaction -> transaction.amount().compareTo(new BigDecimal(10_000)) <= 0);
    // endregion

    private final String label;
    private final Predicate<Transaction> counts;

    Rule(String label, Predicate<Transaction> counts) {
        this.label = label;
        this.counts = counts;
    }

    public boolean counts(Transaction transaction) {
        return counts.test(transaction);
    }

    /** The name that a person types and that the tables hold: {@code no-refunds}. */
    public String label() {
        return label;
    }

    /** @throws WorkshopException (usage) if no rule has this label */
    public static Rule labelled(String label) {
        return Arrays.stream(values())
                .filter(rule -> rule.label.equals(label))
                .findFirst()
                .orElseThrow(() -> WorkshopException.usage(
                        "The rule \"" + label + "\" is not known.",
                        "The rules are " + labels() + ".",
                        "the same again with --rule and one of these"));
    }

    /** All labels, for a help text. */
    public static String labels() {
        return Arrays.stream(values()).map(Rule::label).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return label;
    }
}
