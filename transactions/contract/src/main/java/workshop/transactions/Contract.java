package workshop.transactions;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import workshop.transactions.Verdict.Accepted;
import workshop.transactions.Verdict.Rejected;

/**
 * The data contract: bytes in, a transaction or a reason out. The same rule as a JSON Schema stands in
 * {@code transaction.schema.json}; a test holds both against each other. Never throws for bad input.
 *
 * <p>Customers are compared letter by letter: Ali and ali are two, and so are the composed and the decomposed Zoë. Which
 * of them are likely one, {@link Twins} says; it changes no total.
 */
public final class Contract {
    static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .build();

    private Contract() {}

    public static Verdict check(byte @Nullable [] bytes) {
        return check(bytes, 0, bytes == null ? 0 : bytes.length);
    }

    /** Checks {@code length} bytes from {@code from} on; null is a record without a value. */
    public static Verdict check(byte @Nullable [] bytes, int from, int length) {
        Transaction plain = bytes == null ? null : PlainRecord.read(bytes, from, length);
        return plain != null ? new Accepted(plain) : checkAny(bytes, from, length);
    }

    private static Verdict checkAny(byte @Nullable [] bytes, int from, int length) {
        try {
            if (bytes == null || isBlank(bytes, from, length)) {
                throw new RejectedException(Reason.EMPTY, "the record is empty");
            }
            if (!Utf8.isValid(bytes, from, length)) {
                throw new RejectedException(Reason.NOT_UTF8, "the record is not UTF-8 text");
            }
            return new Accepted(transaction(bytes, from, length));
        } catch (RejectedException rejected) {
            return new Rejected(rejected.reason, rejected.getMessage());
        }
    }

    private static Transaction transaction(byte[] bytes, int from, int length) {
        try (JsonParser json = JSON.createParser(bytes, from, length)) {
            try {
                return transaction(json, missing -> NearName.sentence(missing, bytes, from, length));
            } catch (JsonProcessingException error) {
                throw new RejectedException(Reason.NOT_JSON, NotJson.sentence(bytes, from, length, json, error));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // the bytes are in memory
        }
    }

    private static Transaction transaction(JsonParser json, UnaryOperator<String> missing) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new RejectedException(
                    Reason.NOT_AN_OBJECT,
                    "a transaction is a JSON object, this is a JSON " + kind(json.currentToken()));
        }
        String customer = null;
        BigDecimal amount = null;
        String id = null;
        Instant timestamp = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            switch (field) {
                case "customer" -> customer = once(field, customer, Fields.customer(json, value));
                case "amount" -> amount = once(field, amount, Fields.amount(json, value));
                case "transaction_id" -> id = once(field, id, Fields.transactionId(json, value));
                case "timestamp" -> timestamp = once(field, timestamp, Fields.timestamp(json, value));
                default -> json.skipChildren(); // unknown fields are allowed: a newer sender may know more
            }
        }
        if (customer == null) {
            throw new RejectedException(Reason.CUSTOMER_MISSING, missing.apply("customer"));
        }
        if (amount == null) {
            throw new RejectedException(Reason.AMOUNT_MISSING, missing.apply("amount"));
        }
        rejectWhatFollows(json);
        return new Transaction(customer, amount, id, timestamp);
    }

    private static <T> T once(String field, @Nullable T before, T now) {
        if (before != null) {
            throw new RejectedException(Reason.DUPLICATE_FIELD, field + " is there twice: which one counts?");
        }
        return now;
    }

    private static void rejectWhatFollows(JsonParser json) throws IOException {
        boolean more;
        try {
            more = json.nextToken() != null;
        } catch (JsonProcessingException garbage) {
            more = true;
        }
        if (more) {
            throw new RejectedException(
                    Reason.BYTES_AFTER_THE_OBJECT,
                    "something follows the object; one record is one object (does the line end in a comma?)");
        }
    }

    /** White space only, behind a byte order mark or not. */
    private static boolean isBlank(byte[] bytes, int from, int length) {
        int start = length >= 3
                        && bytes[from] == (byte) 0xEF
                        && bytes[from + 1] == (byte) 0xBB
                        && bytes[from + 2] == (byte) 0xBF
                ? from + 3
                : from;
        for (int i = start; i < from + length; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r' && bytes[i] != '\n') {
                return false;
            }
        }
        return true;
    }

    static String kind(JsonToken token) {
        return switch (token) {
            case START_ARRAY -> "array";
            case START_OBJECT -> "object";
            case VALUE_STRING -> "string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number";
            case VALUE_NULL -> "null";
            default -> "boolean";
        };
    }

    /** Leaves the parser if a record breaks the contract; cheap, since it has no stack trace. */
    static final class RejectedException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Reason reason;

        RejectedException(Reason reason, String sentence) {
            super(sentence, null, false, false);
            this.reason = reason;
        }
    }
}
