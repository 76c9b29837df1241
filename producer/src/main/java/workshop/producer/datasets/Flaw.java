package workshop.producer.datasets;

import java.util.function.Function;

/** What is out of the ordinary in a line. The first four break the contract, the others only look as if they did. */
enum Flaw {
    THREE_DECIMALS(entry -> entry.withAmount("19.995").json()),
    BROKEN_JSON(entry -> entry.json().substring(0, entry.json().length() - 8)),
    BLANK_CUSTOMER(entry -> entry.withCustomer("  ").json()),
    CUSTOMER_MISSING(entry -> entry.withCustomer(null).json()),
    AMOUNT_AS_STRING(entry -> entry.withAmount("\"45.00\"").json()),
    UNKNOWN_FIELD(entry -> entry.json().replace("}", ",\"channel\":\"web\"}")),
    /** The same day, told by a clock in another zone. */
    OTHER_ZONE(entry ->
            entry.withTimestamp(entry.timestamp().replace("Z", "+01:00")).json());

    private final Function<DatasetLine, String> line;

    Flaw(Function<DatasetLine, String> line) {
        this.line = line;
    }

    String of(DatasetLine entry) {
        return line.apply(entry);
    }
}
