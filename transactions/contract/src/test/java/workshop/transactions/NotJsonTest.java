package workshop.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workshop.transactions.Verdict.Rejected;

/** What a student reads of a line that is no JSON: plain words, none of the parser's. */
class NotJsonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u00a7',
            value = {
                "{\"customer\":\"Al                      | the record ends inside a text; is a quotation mark missing?",
                "{\"customer\":\"Ali\",\"amoun           | the record ends inside a text; is a quotation mark missing?",
                "{                                       | the record ends before its object does; is a } missing, or is it"
                        + " written over several lines?",
                "{\"customer\":\"Ali\",\"amount\":1,50} | the number 1,50 has a decimal comma; write 1.50",
                "{\"amount\":-12,5,\"customer\":\"Ali\"}|the number -12,5 has a decimal comma; write -12.5",
                "{\u201ccustomer\u201d:\u201cAli\u201d}  | the quotation mark \u201c is not the one of JSON, which is \"",
                "{\"customer\":\u00abAli\u00bb}          | the quotation mark \u00ab is not the one of JSON, which is \"",
                "Ali,1.50                                | it begins with \"Ali\", and an object begins with {",
                "<html>                                  | it begins with \"<html>\", and an object begins with {",
                "}                                       | it begins with }, and an object begins with {",
                "{\"customer\":Ali,\"amount\":1}         | \"Ali\" is no value; does a text lack its quotation marks?",
                "{customer:\"Ali\"}                      | the field name \"customer\" lacks its quotation marks",
                "{\"amount\":1,}                         | a comma stands before the } that ends it; take the comma out",
                "{\"amount\":1 \"customer\":\"Ali\"}     | before \"customer\" a comma is missing, or a \" in a text lacks the"
                        + " \\ before it",
                "{\"customer\" \"Ali\"}                  | a colon is missing after the field name \"customer\"",
                "{\"customer\":\"Ali\",\"amount\":}      | a value is missing after the field name \"amount\"",
                "{\"amount\":007}                        | the number of \"amount\" is not written as in JSON: no + and no 0"
                        + " in front, digits on both sides of the point",
                "{\"amount\":+5}                         | the number of \"amount\" is not written as in JSON: no + and no 0"
                        + " in front, digits on both sides of the point",
                "{\"amount\":.5}                         | the number of \"amount\" is not written as in JSON: no + and no 0"
                        + " in front, digits on both sides of the point",
                "{\"amount\":5.}                         | the number of \"amount\" is not written as in JSON: no + and no 0"
                        + " in front, digits on both sides of the point",
                "{\"amount\":- 5}                        | the number of \"amount\" is not written as in JSON: no + and no 0"
                        + " in front, digits on both sides of the point",
                "{\"customer\":\"A\tli\"}                | it holds a control character (code 9); in a text it is written"
                        + " with a \\, as \\t or \\n",
                "{\"customer\":\"A\\li\"}                | a \\ in a text begins nothing that JSON knows; a \\ itself is"
                        + " written \\\\",
                "{\"customer\":\"\\u12\"}                | a \\ in a text begins nothing that JSON knows; a \\ itself is"
                        + " written \\\\",
                "{\"amount\":1.50\u20ac}                 | \"\u20ac\" is not expected after {\"amount\":1.50",
                "{\"amount\":1,\"\\ud800\":2}             | a field name holds half of a surrogate pair, which is no text",
                "{\"amount\":1,\"\\udc00x\":2}            | a field name holds half of a surrogate pair, which is no text",
                "{\"amount\":1]                          | ] is not expected after {\"amount\":1",
                "{\"amount\":-Infinity}                  | -Infinity is not a number of JSON"
            })
    void the_sentence_says_what_is_wrong(String record, String sentence) {
        assertThat(Contract.check(record.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Rejected(Reason.NOT_JSON, "not JSON: " + sentence));
    }

    @Test
    void what_is_too_deep_or_too_long_for_the_parser_is_said_too() {
        String tooLong = "not JSON: it is nested too deeply, or a name or a number in it is too long";
        assertThat(sentence("{\"a\":" + "[".repeat(2000))).isEqualTo(tooLong);
        assertThat(sentence("{\"customer\":\"Ali\",\"amount\":" + "1".repeat(2000) + "}"))
                .isEqualTo(tooLong);
    }

    @Test
    void the_place_is_right_in_the_middle_of_other_bytes_and_behind_a_byte_order_mark() {
        byte[] bytes = "\u00eb{\"amount\":1,50}{\"amount\":2,25}".getBytes(StandardCharsets.UTF_8);
        assertThat(Contract.check(bytes, 17, bytes.length - 17))
                .isEqualTo(new Rejected(Reason.NOT_JSON, "not JSON: the number 2,25 has a decimal comma; write 2.25"));
        assertThat(sentence("\ufeff{\"amount\":1,50}"))
                .isEqualTo("not JSON: the number 1,50 has a decimal comma; write 1.50");
    }

    @Test
    void whatever_is_broken_the_sentence_is_one_of_ours() {
        Random random = new Random(13);
        String whole = "{\"customer\":\"Zo\u00eb \\n\",\"amount\":-12.50,\"more\":[1,{\"x\":null}],\"timestamp\":true}";
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
            for (int damage = 0; damage <= i % 3; damage++) {
                bytes[random.nextInt(bytes.length)] = (byte) (random.nextInt(95) + 32);
            }
            if (Contract.check(bytes, 0, bytes.length - random.nextInt(4)) instanceof Rejected rejected) {
                assertThat(rejected.sentence())
                        .as(new String(bytes, StandardCharsets.UTF_8))
                        .doesNotContain("(code 1", "Unexpected", "Unrecognized", "VALUE_", "end-of-input", "token")
                        .hasSizeLessThan(200);
            }
        }
    }

    @Test
    void the_words_of_the_parser_can_be_had() {
        byte[] bytes = "{\"amount\":1,50}".getBytes(StandardCharsets.UTF_8);
        assertThat(ParserWords.of(bytes, 0, bytes.length))
                .hasValue("Unexpected character ('5' (code 53)): was expecting double-quote to start field name");
        byte[] json = "{\"amount\":1.505}".getBytes(StandardCharsets.UTF_8);
        assertThat(ParserWords.of(json, 0, json.length)).isEmpty();
    }

    private static String sentence(String record) {
        return ((Rejected) Contract.check(record.getBytes(StandardCharsets.UTF_8))).sentence();
    }
}
