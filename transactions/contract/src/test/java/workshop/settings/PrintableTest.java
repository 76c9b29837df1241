package workshop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
    /** Escape, delete, C1 (a one-character escape sequence), line separators, marks of direction, what has no width. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 0x07, 0x1b, 0x7f, 0x80, 0x85, 0x9b, 0x9d, 0x9f, 0xad, 0x61c, 0x200b, 0x200e, 0x200f, 0x2028, 0x2029,
                0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069, 0xfeff, 0xfff9, 0xd800, 0xdfff,
                0xe0041
            })
    void what_a_terminal_would_obey_becomes_its_escape(int character) {
        String text = "a" + Character.toString(character) + "b";
        String escaped = String.format("a\\u%04xb", character);

        assertThat(Printable.line(text)).isEqualTo(escaped);
        assertThat(Printable.lines(text)).isEqualTo(escaped);
        assertThat(Printable.of(text, 3)).isEqualTo(escaped);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Ali", "Zo\u00eb", "Zoe\u0308", "\u738b", "\u0639\u0644\u064a", "\ud83d\ude00", "a\u00a0b\\"
            })
    void names_stay_as_they_are(String text) {
        assertThat(Printable.line(text)).isSameAs(text);
    }

    @Test
    void line_feeds_and_tabs_stay_in_a_text_of_several_lines_and_no_carriage_return() {
        assertThat(Printable.lines("a\n\tb\rc")).isEqualTo("a\n\tb\\u000dc");
        assertThat(Printable.line("a\n\tb")).isEqualTo("a\\u000a\\u0009b");
    }

    @Test
    void a_long_text_is_cut_between_characters() {
        assertThat(Printable.of("\ud83d\ude00\ud83d\ude00\ud83d\ude00", 2)).isEqualTo("\ud83d\ude00\ud83d\ude00...");
        assertThat(Printable.of("abc", 3)).isEqualTo("abc");
    }

    @Test
    void an_error_shows_what_others_wrote_as_escapes() {
        WorkshopException error =
                WorkshopException.failed("No file \u009b2J.", "It is \u202egone\u001b.", "./workshop up");

        assertThat(error.threeLines(Runner.COMMAND_LINE))
                .isEqualTo("error: No file \\u009b2J.\n  why: It is \\u202egone\\u001b.\n next: ./workshop up");
    }
}
