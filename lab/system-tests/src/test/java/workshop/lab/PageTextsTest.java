package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import workshop.serving.http.DashboardServer;
import workshop.transactions.Reason;

/** The texts of the page, in both languages. */
class PageTextsTest {
    private static final String REASON = "reason.";
    private static final Pattern VALUE = Pattern.compile("\\{[a-z_]+}");

    @Test
    void both_languages_have_the_same_texts_with_the_same_values() throws Exception {
        Map<String, List<String>> french = values("fr");
        french.keySet().removeIf(key -> key.startsWith(REASON));

        assertThat(french).isEqualTo(values("en"));
    }

    /** English needs none: the sentence that comes with a record is English, and says more. */
    @Test
    void french_has_words_for_every_code_of_a_rejection_and_for_no_other() throws Exception {
        assertThat(texts("fr").keySet().stream().filter(key -> key.startsWith(REASON)))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Reason.values())
                        .map(reason -> REASON + reason.code())
                        .toList());
    }

    private static Map<String, List<String>> values(String language) throws IOException {
        Map<String, List<String>> all = new TreeMap<>();
        texts(language)
                .forEach((key, text) -> all.put(
                        key,
                        List.copyOf(new TreeSet<>(VALUE.matcher(text)
                                .results()
                                .map(result -> result.group())
                                .toList()))));
        return all;
    }

    private static Map<String, String> texts(String language) throws IOException {
        try (InputStream in =
                DashboardServer.class.getResourceAsStream("/workshop/serving/dashboard/texts." + language + ".json")) {
            Map<String, String> texts = new TreeMap<>();
            new ObjectMapper()
                    .readTree(in)
                    .properties()
                    .forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
            return texts;
        }
    }
}
