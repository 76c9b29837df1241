package workshop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** As text and as bytes: Jackson writes each by a generator of its own. */
class JsonEscapesTest {
    @Test
    void what_a_terminal_would_obey_stands_as_an_escape() throws IOException {
        String text = "a\u009b31m\u202eb\u2066\u007f\u001b\u200b";

        assertThat(asText(text))
                .isEqualTo("\"a\\u009b31m\\u202eb\\u2066\\u007F\\u001B\\u200b\"")
                .isEqualTo(asBytes(text));
    }

    @Test
    void names_in_any_script_stay_as_they_are() throws IOException {
        String names = "Zo\u00eb \u738b \u0639\u0644\u064a \ud83d\ude00";

        assertThat(asText(names)).isEqualTo('"' + names + '"');
    }

    @Test
    void every_character_is_read_again_as_it_was() throws IOException {
        for (int character = 0; character <= 0x1ffff; character++) {
            String text = "a" + Character.toString(character) + "b";
            if (Character.getType(character) != Character.SURROGATE) { // half a character, which UTF-8 cannot hold
                for (String json : List.of(asText(text), asBytes(text))) {
                    assertThat(read(json)).as(json).isEqualTo(text);
                    assertThat(json.chars().allMatch(c -> Character.isSurrogate((char) c) || Printable.isPlain(c)))
                            .as(json)
                            .isTrue();
                }
            }
        }
    }

    private static String asText(String value) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonEscapes.factory().createGenerator(text)) {
            json.writeString(value);
        }
        return text.toString();
    }

    private static String asBytes(String value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonEscapes.factory().createGenerator(bytes)) {
            json.writeString(value);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String read(String json) throws IOException {
        try (JsonParser parser = JsonEscapes.factory().createParser(json)) {
            parser.nextToken();
            return parser.getText();
        }
    }
}
