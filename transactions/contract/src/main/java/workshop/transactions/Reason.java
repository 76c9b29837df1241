package workshop.transactions;

import java.util.Locale;

/** Why a record is rejected. The codes are stable: tables, headers of dead letters and graders rely on them. */
public enum Reason {
    EMPTY,
    NOT_UTF8,
    NOT_JSON,
    NOT_AN_OBJECT,
    BYTES_AFTER_THE_OBJECT,
    DUPLICATE_FIELD,
    CUSTOMER_MISSING,
    CUSTOMER_NOT_A_STRING,
    CUSTOMER_BLANK,
    CUSTOMER_TOO_LONG,
    CUSTOMER_NOT_STORABLE,
    AMOUNT_MISSING,
    AMOUNT_NOT_A_NUMBER,
    AMOUNT_TOO_MANY_DECIMALS,
    AMOUNT_TOO_LARGE,
    TRANSACTION_ID_NOT_A_STRING,
    TRANSACTION_ID_EMPTY,
    TRANSACTION_ID_TOO_LONG,
    TRANSACTION_ID_NOT_STORABLE,
    TIMESTAMP_NOT_A_STRING,
    TIMESTAMP_NOT_ISO_8601,
    /** Of a history file, not of a record: a JSON array that the file does not close. */
    ARRAY_NOT_CLOSED,
    /** Of a history file: one line or array element of more than 16 MiB. */
    RECORD_TOO_LONG,
    /** Of the topic of the history: the key does not say where the record stood, so something else has written it. */
    PLACE_MISSING;

    /** The stable code, in lower case: {@code amount_too_many_decimals}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
