package workshop.transactions.looks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookTest {
    private static final String LINE = "{\"customer\":\"Ali\",\"amount\":1.50}\n";

    @ParameterizedTest
    @ValueSource(strings = {"", "\n \r\n", "\ufeff"})
    void nothing_is_empty(String text) {
        assertThat(look(text)).isEqualTo("is empty");
        assertThat(cure(text)).isEqualTo("head -n 3 datasets/transactions.json, which shows what is wanted");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\u00a7',
            delimiter = '|',
            value = {
                "customer,amount\\nAli,1.50\\n            | commas",
                "\ufeffAli,1.50                           | commas",
                "customer;amount\\r\\nAli;1,50\\r\\n      | semicolons",
                "customer\\tamount\\nAli, junior\\t1.50   | tabs",
                "\"customer\",\"amount\"\\n\"Ali\",\"1\"  | commas"
            })
    void rows_of_fields_are_csv(String rows, String separators) {
        assertThat(look(rows.translateEscapes()))
                .isEqualTo("looks like CSV (" + separators + " between the fields); wanted is one JSON object a line");
        assertThat(cure(rows.translateEscapes()))
                .isEqualTo("write each row as an object: {\"customer\": \"Ali\", \"amount\": 1.50}");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\u00a7',
            delimiter = '|',
            value = {
                "{\"customer\":\"Ali\",\"amount\":1,50}                      | 1,50  | 1.50",
                "{\"amount\": -12,5 , \"customer\": \"Ali\"}                | -12,5 | -12.5",
                "{\"customer\":\"Ali\",\"amount\":\"1200,00\"}              | 1200,00 | 1200.00",
                "{\\n  \"customer\": \"Ali\",\\n  \"amount\": 1,50\\n}\\n   | 1,50  | 1.50"
            })
    void a_decimal_comma_is_one_in_lines_and_laid_out(String text, String comma, String point) {
        assertThat(look(text.translateEscapes()))
                .isEqualTo("writes amounts with a decimal comma (" + comma + "); JSON wants a point (" + point + ")");
        assertThat(cure(text.translateEscapes()))
                .isEqualTo(
                        "sed -E 's/(: *\"?-?[0-9]+),([0-9])/\\1.\\2/g' my.json > my-lines.json, then the same with my-lines.json");
    }

    @Test
    void a_comma_in_a_text_of_another_field_is_no_decimal_comma() {
        String text = "{\"costumer\":\"Ali\",\"amount\":5.00,\"geo\":\"48,2\"}\n";

        assertThat(Look.of(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void a_cure_names_the_file_as_a_shell_reads_it_and_another_one_than_the_cure_before() {
        Look look = Look.of("{\n\"customer\": \"Ali\"\n}".getBytes(StandardCharsets.UTF_8))
                .orElseThrow();

        assertThat(look.cureOf("my data.json"))
                .isEqualTo("jq -c . 'my data.json' > 'my data-lines.json', then the same with 'my data-lines.json'");
        assertThat(look.cureOf("my-lines.json")).contains(" > my-lines-lines.json");
        assertThat(look.cureOf("MYFILE.json")).startsWith("jq -c . MYFILE.json > MYFILE-lines.json, ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\n  \"customer\": \"Ali\",\n  \"amount\": 1.50\n}\n",
                "{\r\n\t\"customer\": \"Ali\",\r\n\t\"amount\": 1.50\r\n}\r\n",
                "{ \"customer\": \"Ali\",\n  \"amount\": 1.50 }\n"
            })
    void an_object_over_several_lines_is_laid_out(String text) {
        assertThat(look(text))
                .isEqualTo("looks like JSON laid out over several lines (pretty-printed); wanted is one object a line");
        assertThat(cure(text)).isEqualTo("jq -c . my.json > my-lines.json, then the same with my-lines.json");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-16, UTF-16", // with its mark
        "UTF-16LE, UTF-16LE",
        "UTF-16BE, UTF-16BE",
    })
    void wide_text_is_known_with_and_without_its_mark(String charset, String encoding) {
        byte[] bytes = LINE.getBytes(Charset.forName(charset));
        Look look = Look.of(bytes).orElseThrow();
        assertThat(look.what()).isEqualTo("is text in " + encoding + "; the contract wants UTF-8");
        assertThat(look.cureOf("my.json"))
                .isEqualTo(
                        "iconv -f " + encoding + " -t UTF-8 my.json > my-lines.json, then the same with my-lines.json");
    }

    @Test
    void little_endian_marks_are_told_apart() {
        assertThat(look(("\ufeff" + LINE).getBytes(StandardCharsets.UTF_16LE))).contains("UTF-16;");
        assertThat(look(("\ufeff" + LINE).getBytes(Charset.forName("UTF-32LE"))))
                .contains("UTF-32;");
    }

    @Test
    void a_compressed_file_is_known_by_its_first_bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(LINE.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(look(bytes.toByteArray())).isEqualTo("is compressed (gzip)");
        assertThat(Look.of(bytes.toByteArray()).orElseThrow().cureOf("my.gz")).isEqualTo("gunzip my.gz");
        assertThat(look(new byte[] {'P', 'K', 3, 4, 0, 0})).isEqualTo("is compressed (zip)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LINE,
                "[" + LINE + "]",
                "{\"customer\":\"Ali\",\"amount\":\"twelve\"}\nnot even JSON\n",
                "{\"customer\":\"Ali\",\"lines\":[1,20],\"price\":1,000.50}\n",
                "{\"customer\":\"Ali, Omar\"},\n{\"customer\":\"Sara\"},\n",
                "one\ntwo\n"
            })
    void what_fits_nothing_is_not_guessed(String text) {
        assertThat(Look.of(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    private static String look(String text) {
        return look(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String look(byte[] bytes) {
        return Look.of(bytes).orElseThrow().what();
    }

    private static String cure(String text) {
        return Look.of(text.getBytes(StandardCharsets.UTF_8)).orElseThrow().cureOf("my.json");
    }
}
