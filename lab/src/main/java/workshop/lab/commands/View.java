package workshop.lab.commands;

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
            "partition",
            false),
    rejected("file, line, partition, log_offset, code, sentence", "position", false),
    duplicates(
            "file, line, partition, log_offset, transaction_id, customer, amount, conflicting, counted",
            "position",
            true);

    private final String columns;
    private final String order;
    private final boolean hasCustomer;

    View(String columns, String order, boolean hasCustomer) {
        this.columns = columns;
        this.order = order;
        this.hasCustomer = hasCustomer;
    }

    /** The statement; where one customer is asked for, with a parameter for the name. */
    String select(boolean oneCustomer) {
        if (oneCustomer && !hasCustomer) {
            throw WorkshopException.usage(
                    "The view " + this + " cannot be asked for one customer.",
                    "Its rows do not belong to customers.",
                    "./workshop query --view " + this);
        }
        return "select " + columns + " from " + this + (oneCustomer ? " where customer = ?" : "") + " order by "
                + order;
    }
}
