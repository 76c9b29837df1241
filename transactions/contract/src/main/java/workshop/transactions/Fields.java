package workshop.transactions;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import workshop.settings.Printable;
import workshop.transactions.Contract.RejectedException;

/** The four fields of the contract, each read from the parser's current token. */
final class Fields {
    /** Of customer and transaction_id, in Unicode characters (code points). */
    static final int MAX_CHARACTERS = 100;

    private Fields() {}

    static String customer(JsonParser json, JsonToken token) throws IOException {
        String customer = trim(string("customer", Reason.CUSTOMER_NOT_A_STRING, json, token));
        if (customer.isEmpty()) {
            throw new RejectedException(Reason.CUSTOMER_BLANK, "customer is blank");
        }
        requireShort("customer", Reason.CUSTOMER_TOO_LONG, customer);
        requireStorable("customer", Reason.CUSTOMER_NOT_STORABLE, customer);
        return customer;
    }

    static String transactionId(JsonParser json, JsonToken token) throws IOException {
        String id = string("transaction_id", Reason.TRANSACTION_ID_NOT_A_STRING, json, token);
        if (id.isEmpty()) {
            throw new RejectedException(Reason.TRANSACTION_ID_EMPTY, "transaction_id is empty; leave it out instead");
        }
        requireShort("transaction_id", Reason.TRANSACTION_ID_TOO_LONG, id);
        requireStorable("transaction_id", Reason.TRANSACTION_ID_NOT_STORABLE, id);
        return id;
    }

    static Instant timestamp(JsonParser json, JsonToken token) throws IOException {
        String text = string("timestamp", Reason.TIMESTAMP_NOT_A_STRING, json, token);
        Instant timestamp = Timestamps.parse(text);
        if (timestamp == null) {
            throw new RejectedException(
                    Reason.TIMESTAMP_NOT_ISO_8601,
                    "timestamp " + quote(text) + " is not ISO-8601 with a zone, as in 2026-03-01T09:30:00Z");
        }
        return timestamp;
    }

    static BigDecimal amount(JsonParser json, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                Amounts.parse(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
            case VALUE_STRING -> {
                String text = json.getText();
                if (!Amounts.isNumber(text)) {
                    throw new RejectedException(
                            Reason.AMOUNT_NOT_A_NUMBER, "amount " + quote(text) + " is not a number");
                }
                yield Amounts.parse(text.toCharArray(), 0, text.length());
            }
            default ->
                throw new RejectedException(
                        Reason.AMOUNT_NOT_A_NUMBER, "amount is a JSON " + Contract.kind(token) + ", not a number");
        };
    }

    private static String string(String field, Reason reason, JsonParser json, JsonToken token) throws IOException {
        if (token != JsonToken.VALUE_STRING) {
            throw new RejectedException(reason, field + " is a JSON " + Contract.kind(token) + ", not a string");
        }
        return json.getText();
    }

    /** Takes ASCII white space off both ends: space, tab, line feed, vertical tab, form feed, carriage return. */
    private static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (from < to && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static void requireShort(String field, Reason reason, String text) {
        if (text.length() > MAX_CHARACTERS && text.codePointCount(0, text.length()) > MAX_CHARACTERS) {
            throw new RejectedException(
                    reason,
                    field + " has " + text.codePointCount(0, text.length()) + " characters, at most " + MAX_CHARACTERS
                            + " are allowed");
        }
    }

    /** PostgreSQL's text holds neither U+0000 nor half of a surrogate pair: stored, it would be another name. */
    private static void requireStorable(String field, Reason reason, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || (Character.isSurrogate(c) && Character.charCount(text.codePointAt(i)) == 1)) {
                throw new RejectedException(reason, String.format("%s holds U+%04X, which is no text", field, (int) c));
            }
            if (Character.isHighSurrogate(c)) {
                i++;
            }
        }
    }

    static String quote(String text) {
        return '"' + Printable.of(text, 40) + '"';
    }
}
