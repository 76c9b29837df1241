package workshop.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import workshop.transactions.Verdict.Accepted;
import workshop.transactions.Verdict.Rejected;

class ContractTest {
    @Test
    void a_full_transaction_is_accepted() {
        assertThat(accept("{\"transaction_id\":\"T-1\",\"customer\":\"Ali\",\"amount\":120.5,"
                        + "\"timestamp\":\"2026-03-01T10:30:00+01:00\"}"))
                .isEqualTo(
                        new Transaction("Ali", new BigDecimal("120.50"), "T-1", Instant.parse("2026-03-01T09:30:00Z")));
    }

    @Test
    void customer_and_amount_are_enough() {
        assertThat(accept("{\"customer\":\"Ali\",\"amount\":120}"))
                .isEqualTo(new Transaction("Ali", new BigDecimal("120.00"), null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFF{\"customer\":\"Zoë\",\"amount\":1}",
                " \t\r\n{ \"amount\" : 1 ,\n\"customer\" : \" \\tZoë\\u000b \" }\r\n",
                "{\"customer\":\"Zo\\u00eb\",\"amount\":\"1\",\"currency\":\"EUR\",\"lines\":[{\"customer\":1},[null]]}"
            })
    void order_white_space_escapes_and_unknown_fields_do_not_matter(String record) {
        assertThat(accept(record)).isEqualTo(new Transaction("Zoë", new BigDecimal("1.00"), null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.00",
        "-0, 0.00",
        "-0.00, 0.00",
        "0e5, 0.00",
        "0e-400, 0.00",
        "0.1, 0.10",
        "-0.01, -0.01",
        "1e3, 1000.00",
        "1E+3, 1000.00",
        "12345e-2, 123.45",
        "100.100, 100.10",
        "1.50000000000000000000000000000000, 1.50",
        "9999999999999999, 9999999999999999.00",
        "-9999999999999999.99, -9999999999999999.99",
        "999999999999999.99, 999999999999999.99",
        "0.1e16, 1000000000000000.00",
        "9007199254740993.01, 9007199254740993.01"
    })
    void amounts_are_exact_as_number_and_as_string(String written, BigDecimal amount) {
        assertThat(accept("{\"customer\":\"Ali\",\"amount\":" + written + "}").amount())
                .isEqualTo(amount);
        assertThat(accept("{\"customer\":\"Ali\",\"amount\":\"" + written + "\"}")
                        .amount())
                .isEqualTo(amount);
    }

    @Test
    void a_name_has_at_most_100_characters_however_many_bytes_they_take() {
        String name = "\uD83D\uDE00".repeat(100);
        assertThat(accept("{\"customer\":\"  " + name + "  \",\"amount\":1}").customer())
                .isEqualTo(name);
        assertThat(reject("{\"customer\":\"" + name + "!\",\"amount\":1}").sentence())
                .isEqualTo("customer has 101 characters, at most 100 are allowed");
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void each_reason_comes_with_its_sentence(Reason reason, String record, String sentence) {
        assertThat(reject(record)).isEqualTo(new Rejected(reason, sentence));
    }

    @Test
    void each_reason_of_a_record_is_shown_here() {
        Set<Object> shown = rejections().map(each -> each.get()[0]).collect(Collectors.toSet());
        assertThat(Arrays.stream(Reason.values()))
                .filteredOn(each -> !shown.contains(each))
                .containsExactly(
                        Reason.NOT_UTF8, Reason.ARRAY_NOT_CLOSED, Reason.RECORD_TOO_LONG, Reason.PLACE_MISSING);
    }

    private static Stream<Arguments> rejections() {
        return Stream.of(
                rejection(Reason.EMPTY, "", "the record is empty"),
                rejection(Reason.EMPTY, " \t\r\n", "the record is empty"),
                rejection(Reason.EMPTY, "\uFEFF \n", "the record is empty"),
                rejection(
                        Reason.NOT_JSON,
                        "{'customer':'Ali'}",
                        "not JSON: the quotation mark ' is not the one of JSON, which is \""),
                rejection(
                        Reason.NOT_JSON,
                        "{\"customer\":\"Ali\",\"amount\":12",
                        "not JSON: the record ends before its object does; is a } missing, or is it written over several lines?"),
                rejection(
                        Reason.NOT_JSON,
                        "{\"customer\":\"Ali\",\"amount\":NaN}",
                        "not JSON: NaN is not a number of JSON"),
                rejection(Reason.NOT_AN_OBJECT, "[1]", "a transaction is a JSON object, this is a JSON array"),
                rejection(Reason.NOT_AN_OBJECT, "12", "a transaction is a JSON object, this is a JSON number"),
                rejection(
                        Reason.BYTES_AFTER_THE_OBJECT,
                        "{\"customer\":\"Ali\",\"amount\":1},",
                        "something follows the object; one record is one object (does the line end in a comma?)"),
                rejection(
                        Reason.DUPLICATE_FIELD,
                        "{\"customer\":\"Ali\",\"amount\":1,\"amount\":2}",
                        "amount is there twice: which one counts?"),
                rejection(Reason.CUSTOMER_MISSING, "{\"amount\":1}", "customer is missing"),
                rejection(
                        Reason.CUSTOMER_NOT_A_STRING,
                        "{\"customer\":7,\"amount\":1}",
                        "customer is a JSON number, not a string"),
                rejection(
                        Reason.CUSTOMER_NOT_A_STRING,
                        "{\"customer\":null,\"amount\":1}",
                        "customer is a JSON null, not a string"),
                rejection(Reason.CUSTOMER_BLANK, "{\"customer\":\" \\n\",\"amount\":1}", "customer is blank"),
                rejection(
                        Reason.CUSTOMER_TOO_LONG,
                        "{\"customer\":\"" + "a".repeat(1_000_000) + "\",\"amount\":1}",
                        "customer has 1000000 characters, at most 100 are allowed"),
                rejection(
                        Reason.CUSTOMER_NOT_STORABLE,
                        "{\"customer\":\"A\\u0000\",\"amount\":1}",
                        "customer holds U+0000, which is no text"),
                rejection(
                        Reason.CUSTOMER_NOT_STORABLE,
                        "{\"customer\":\"A\\ud800\",\"amount\":1}",
                        "customer holds U+D800, which is no text"),
                rejection(Reason.AMOUNT_MISSING, "{\"customer\":\"Ali\"}", "amount is missing"),
                rejection(
                        Reason.AMOUNT_NOT_A_NUMBER,
                        "{\"customer\":\"Ali\",\"amount\":\"12,50\"}",
                        "amount \"12,50\" is not a number"),
                rejection(
                        Reason.AMOUNT_NOT_A_NUMBER,
                        "{\"customer\":\"Ali\",\"amount\":true}",
                        "amount is a JSON boolean, not a number"),
                rejection(
                        Reason.AMOUNT_TOO_MANY_DECIMALS,
                        "{\"customer\":\"Ali\",\"amount\":1.005}",
                        "amount \"1.005\" has 3 decimals, at most 2 are allowed"),
                rejection(
                        Reason.AMOUNT_TOO_LARGE,
                        "{\"customer\":\"Ali\",\"amount\":10000000000000000}",
                        "amount \"10000000000000000\" has more than 16 digits before the point"),
                rejection(
                        Reason.AMOUNT_TOO_LARGE,
                        "{\"customer\":\"Ali\",\"amount\":1e99999999999}",
                        "amount \"1e99999999999\" is out of range"),
                rejection(
                        Reason.TRANSACTION_ID_NOT_A_STRING,
                        "{\"customer\":\"Ali\",\"amount\":1,\"transaction_id\":7}",
                        "transaction_id is a JSON number, not a string"),
                rejection(
                        Reason.TRANSACTION_ID_EMPTY,
                        "{\"customer\":\"Ali\",\"amount\":1,\"transaction_id\":\"\"}",
                        "transaction_id is empty; leave it out instead"),
                rejection(
                        Reason.TRANSACTION_ID_TOO_LONG,
                        "{\"customer\":\"Ali\",\"amount\":1,\"transaction_id\":\"" + "7".repeat(101) + "\"}",
                        "transaction_id has 101 characters, at most 100 are allowed"),
                rejection(
                        Reason.TRANSACTION_ID_NOT_STORABLE,
                        "{\"customer\":\"Ali\",\"amount\":1,\"transaction_id\":\"\\udc00\\ud800\"}",
                        "transaction_id holds U+DC00, which is no text"),
                rejection(
                        Reason.TIMESTAMP_NOT_A_STRING,
                        "{\"customer\":\"Ali\",\"amount\":1,\"timestamp\":1772357400}",
                        "timestamp is a JSON number, not a string"),
                rejection(
                        Reason.TIMESTAMP_NOT_ISO_8601,
                        "{\"customer\":\"Ali\",\"amount\":1,\"timestamp\":\"2026-03-01T09:30:00\"}",
                        "timestamp \"2026-03-01T09:30:00\" is not ISO-8601 with a zone, as in 2026-03-01T09:30:00Z"));
    }

    @Test
    void a_record_without_value_is_empty() {
        assertThat(Contract.check(null)).isEqualTo(new Rejected(Reason.EMPTY, "the record is empty"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zo\u00eb", "{\"customer\":\"\u00ff\",\"amount\":1}"})
    void latin_1_and_utf_16_are_not_utf_8(String record) {
        Rejected notUtf8 = new Rejected(Reason.NOT_UTF8, "the record is not UTF-8 text");
        assertThat(Contract.check(record.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(notUtf8);
        assertThat(Contract.check(record.getBytes(StandardCharsets.UTF_16))).isEqualTo(notUtf8);
        assertThat(Contract.check(record.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(notUtf8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"customer\":\"Ali\",\"amount\":\"1\\n\\u0000\\u2028\"} | amount \"1\\u000a\\u0000\\u2028\" is not a number",
                "{\"customer\":\"Ali\",\"amount\":x\0y}               | not JSON: \"x\\u0000y\" is no value",
                "{\"customer\":\"Ali\",\"amount\":\"\\ud83d\"}          | amount \"\\ud83d\" is not a number"
            })
    void a_sentence_is_one_line_of_text_that_can_be_stored(String record, String sentence) {
        assertThat(reject(record).sentence()).startsWith(sentence);
    }

    @Test
    void a_sentence_quotes_whole_characters_and_not_too_many() {
        String smiles = "\uD83D\uDE00".repeat(41);
        assertThat(reject("{\"customer\":\"Ali\",\"amount\":\"" + smiles + "\"}")
                        .sentence())
                .isEqualTo("amount \"" + smiles.substring(2) + "...\" is not a number");
    }

    @Test
    void only_the_slice_is_looked_at() {
        byte[] bytes = "}{\"customer\":\"Ali\",\"amount\":12}3}".getBytes(StandardCharsets.UTF_8);
        assertThat(Contract.check(bytes, 1, bytes.length - 3)).isInstanceOf(Accepted.class);
        assertThat(Contract.check(bytes, 1, bytes.length - 4)).isInstanceOf(Rejected.class);
    }

    private static Arguments rejection(Reason reason, String record, String sentence) {
        return Arguments.of(reason, record, sentence);
    }

    private static Transaction accept(String record) {
        Verdict verdict = Contract.check(record.getBytes(StandardCharsets.UTF_8));
        assertThat(verdict).isInstanceOf(Accepted.class);
        return ((Accepted) verdict).transaction();
    }

    private static Rejected reject(String record) {
        Verdict verdict = Contract.check(record.getBytes(StandardCharsets.UTF_8));
        assertThat(verdict).isInstanceOf(Rejected.class);
        return (Rejected) verdict;
    }
}
