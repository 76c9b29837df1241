package workshop.lab.commands;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import workshop.settings.WorkshopException;

/** The views that can be asked for by name, each with its columns and its order. */
enum View {
    customer_totals("customer, batch_total, speed_total, total, transactions", "customer", true),
    kappa_customer_totals("customer, total, transactions, left_out, left_out_transactions", "customer", true),
    kappa_report(
            "version, promoted, running, rule, read, accepted, duplicates, rejected, unchecked, updated_at",
            "created_at",
            false),
    kappa_coverage("version, topic, partition, next_offset", "version, topic, partition", false),
    kappa_history("path, bytes, records, started_at, finished_at", "started_at", false),
    counting_rules("layer, partition, from_offset, to_offset, rule", "layer, partition, from_offset", false),
    customer_totals_naive("customer, batch_total, speed_total, total, transactions", "customer", true),
    customer_totals_by_clock("customer, batch_total, speed_total, total, transactions", "customer", true),
    coverage(
            "partition, published_epoch, batch_to, speed_to, covered_to, speed_accepted, speed_rejected,"
                    + " published_at, speed_updated_at",
            String.join(", ", StatusCommand.COVERED),
            "partition",
            false),
    rejected(
            "file, line, partition, log_offset, code, sentence",
            PlaceColumn.SQL + " as place, code || ': ' || sentence as why",
            "position",
            false),
    duplicates(
            "file, line, partition, log_offset, transaction_id, customer, amount, conflicting, counted",
            "transaction_id, customer, amount, " + PlaceColumn.SQL + " as place,"
                    + " case when conflicting then 'conflicting with ' else 'as in ' end"
                    + " || regexp_replace(counted, ', line ([0-9]+)$', ':\\1') as counted",
            "position",
            true);

    private final String columns;
    private final String brief;
    private final String order;
    private final boolean hasCustomer;

    View(String columns, String order, boolean hasCustomer) {
        this(columns, columns, order, hasCustomer);
    }

    View(String columns, String brief, String order, boolean hasCustomer) {
        this.columns = columns;
        this.brief = brief;
        this.order = order;
        this.hasCustomer = hasCustomer;
    }

    /** Where a record stands, in one column: file and line, or partition and offset. */
    private static final class PlaceColumn {
        static final String SQL =
                "coalesce(file || ':' || line, 'partition ' || partition || ', offset ' || log_offset)";
    }

    /** The names, for the help. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(values()).map(View::name).iterator();
        }
    }

    /** @throws WorkshopException (usage) if there is none, with those whose names hold the word */
    static View named(String name) {
        String word = name.strip().toLowerCase(Locale.ROOT).replace('-', '_');
        List<String> near = Arrays.stream(values())
                .map(View::name)
                .filter(view -> view.contains(word))
                .toList();
        if (near.contains(word)) {
            return valueOf(word);
        }
        throw WorkshopException.usage(
                "There is no view \"" + name + "\".",
                near.isEmpty()
                        ? "The views are " + String.join(", ", new Names()) + "."
                        : "Is " + String.join(" or ", near) + " meant?",
                near.size() == 1 ? "./workshop query --view " + near.get(0) : "./workshop query --help");
    }

    /** The statement; if one customer is asked for, with a parameter for the name. */
    String select(boolean oneCustomer) {
        return select(columns, oneCustomer);
    }

    /** The same with the columns for which 80 columns of a terminal have room. */
    String selectBrief(boolean oneCustomer) {
        return select(brief, oneCustomer);
    }

    /** Whether the last two of the brief columns stand one below the other. */
    boolean isStacked() {
        return this == duplicates;
    }

    private String select(String chosen, boolean oneCustomer) {
        if (oneCustomer && !hasCustomer) {
            throw WorkshopException.usage(
                    "The view " + this + " cannot be asked for one customer.",
                    "Its rows do not belong to customers.",
                    "./workshop query --view " + this);
        }
        return "select " + chosen + " from " + this + (oneCustomer ? " where customer = ?" : "") + " order by " + order;
    }
}
