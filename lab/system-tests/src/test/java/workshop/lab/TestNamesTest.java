package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import workshop.lab.services.Home;

/** The names of all tests have one form: a sentence, its words joined by underscores. */
class TestNamesTest {
    private static final Pattern TEST = Pattern.compile(
            "@(?:Test|ParameterizedTest|TestFactory|RepeatedTest)\\b[^{;]*?\\b(?:void|Stream<\\w+>) (\\w+)\\(",
            Pattern.DOTALL);

    private static final Pattern SENTENCE = Pattern.compile("[A-Za-z0-9]+(_[A-Za-z0-9]+)+");

    @Test
    void every_test_is_named_by_a_sentence() throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.walk(Home.root())) {
            names = files.filter(file -> file.toString().contains("/src/test/java/"))
                    .filter(file -> file.toString().matches(".*(Test|IT)\\.java")) // others only make pictures
                    .flatMap(TestNamesTest::namesIn)
                    .toList();
        }
        assertThat(names).hasSizeGreaterThan(300).allMatch(SENTENCE.asMatchPredicate(), "words_with_underscores");
    }

    private static Stream<String> namesIn(Path file) {
        try {
            return TEST.matcher(Files.readString(file)).results().map(TestNamesTest::name).toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(MatchResult found) {
        return found.group(1);
    }
}
