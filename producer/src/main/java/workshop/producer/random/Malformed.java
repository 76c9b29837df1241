package workshop.producer.random;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** The ways in which a record breaks the contract, each made of a record that keeps it. */
enum Malformed {
    THREE_DECIMALS("{\"transaction_id\":\"%s\",\"customer\":\"%s\",\"amount\":12.345}"),
    TRUNCATED("{\"transaction_id\":\"%s\",\"customer\":\"%s\",\"amo"),
    CUSTOMER_MISSING("{\"transaction_id\":\"%s\",\"amount\":12.34}"),
    AMOUNT_MISSING("{\"transaction_id\":\"%s\",\"customer\":\"%s\"}"),
    WORD_FOR_AMOUNT("{\"transaction_id\":\"%s\",\"customer\":\"%s\",\"amount\":\"abc\"}"),
    NOT_A_NUMBER("{\"transaction_id\":\"%s\",\"customer\":\"%s\",\"amount\":NaN}"),
    /** Text in Latin-1: a lone byte E9 is no UTF-8. */
    BROKEN_UTF8("{\"transaction_id\":\"%s\",\"customer\":\"%s \u00e9\",\"amount\":12.34}"),
    EMPTY(""),
    ARRAY("[{\"transaction_id\":\"%s\",\"customer\":\"%s\",\"amount\":12.34}]"),
    BLANK_CUSTOMER("{\"transaction_id\":\"%s\",\"customer\":\"  \",\"amount\":12.34}"),
    AMOUNT_NULL("{\"transaction_id\":\"%s\",\"customer\":\"%s\",\"amount\":null}"),
    SEVENTEEN_DIGITS("{\"transaction_id\":\"%s\",\"customer\":\"%s\",\"amount\":12345678901234567}"),
    COMMA_AT_THE_END("{\"transaction_id\":\"%s\",\"customer\":\"%s\",\"amount\":12.34},"),
    CUSTOMER_TWICE("{\"transaction_id\":\"%1$s\",\"customer\":\"%2$s\",\"customer\":\"%2$s\",\"amount\":12.34}"),
    NO_ZONE("{\"transaction_id\":\"%s\",\"customer\":\"%s\",\"amount\":12.34,\"timestamp\":\"2026-03-01 09:30\"}"),
    PLAIN_TEXT("%2$s paid 12.34"),
    NUMBER_FOR_CUSTOMER("{\"transaction_id\":\"%s\",\"customer\":42,\"amount\":12.34}");

    private static final Malformed[] ALL = values();

    private final String form;

    Malformed(String form) {
        this.form = form;
    }

    /** One way after the other, for ever. */
    static Malformed rotating(long number) {
        return ALL[(int) (number % ALL.length)];
    }

    byte[] bytes(String transactionId, String customer) {
        return String.format(form, transactionId, customer).getBytes(ISO_8859_1);
    }
}
