package workshop.producer.datasets;

import org.jspecify.annotations.Nullable;

/**
 * One line of a dataset, its fields as JSON text in the order in which a person reads them.
 *
 * @param id null in version 1 of the contract
 * @param customer null if it is missing
 * @param amount as it stands in the line: 120, 120.50 or "120.50"
 * @param timestamp null if the sender does not say
 */
record DatasetLine(
        @Nullable String id,
        @Nullable String customer,
        String amount,
        @Nullable String timestamp) {
    DatasetLine withoutId() {
        return new DatasetLine(null, customer, amount, timestamp);
    }

    DatasetLine withAmount(String other) {
        return new DatasetLine(id, customer, other, timestamp);
    }

    DatasetLine withCustomer(@Nullable String other) {
        return new DatasetLine(id, other, amount, timestamp);
    }

    DatasetLine withTimestamp(String other) {
        return new DatasetLine(id, customer, amount, other);
    }

    String json() {
        StringBuilder json = new StringBuilder("{");
        append(json, "transaction_id", quoted(id));
        append(json, "customer", quoted(customer));
        append(json, "amount", amount);
        append(json, "timestamp", quoted(timestamp));
        return json.append('}').toString();
    }

    private static void append(StringBuilder json, String field, @Nullable String value) {
        if (value != null) {
            json.append(json.length() > 1 ? "," : "")
                    .append(quoted(field))
                    .append(':')
                    .append(value);
        }
    }

    private static @Nullable String quoted(@Nullable String text) {
        return text == null ? null : '"' + text + '"';
    }
}
