package workshop.lab.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workshop.lab.services.Home;

/**
 * What the pages for people say of the repository is so: code, links, anchors, pictures. {@code -Dregions.copy=true} copies
 * the code of the sources into the pages.
 */
class GuidesTest {
    private static final Path ROOT = Home.root();

    static Stream<String> pages() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT, 3)) {
            List<String> pages = files.map(file -> ROOT.relativize(file).toString())
                    .filter(name -> name.endsWith(".md") && !name.contains("target") && !name.startsWith("."))
                    .sorted()
                    .toList();
            assertThat(pages)
                    .contains(
                            "README.md",
                            "WORKSHOP.md",
                            "TEACHING.md",
                            "KAPPA.md",
                            "CONTRIBUTING.md",
                            "datasets/README.md");
            return pages.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void code_in_a_page_is_the_code_of_the_source(String page) throws IOException {
        Path file = ROOT.resolve(page);
        if (Boolean.getBoolean("regions.copy")) {
            copyRegions(file);
        }
        for (Excerpt excerpt : Page.read(file).excerpts()) {
            assertThat(excerpt.text())
                    .as(
                            page + " shows " + excerpt.source() + ". ./mvnw -q -pl lab/system-tests -am test"
                                    + " -Dtest=GuidesTest -Dsurefire.failIfNoSpecifiedTests=false -Dregions.copy=true copies it")
                    .isEqualTo(Region.read(ROOT, excerpt.source()));
        }
    }

    private static void copyRegions(Path page) throws IOException {
        String text = Files.readString(page);
        for (Excerpt excerpt : Page.read(page).excerpts()) {
            String named = "<!-- region: " + excerpt.source() + " -->";
            int at = text.indexOf(excerpt.text(), text.indexOf(named));
            text = text.substring(0, at)
                    + Region.read(ROOT, excerpt.source())
                    + text.substring(at + excerpt.text().length());
        }
        Files.writeString(page, text);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void links_and_pictures_lead_somewhere(String page) throws IOException {
        Path file = ROOT.resolve(page);
        for (String link : Page.read(file).links()) {
            if (link.matches("https?://.*")) {
                continue;
            }
            String[] parts = link.split("#", 2);
            Path target =
                    parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
            assertThat(target).as("linked from " + page).exists();
            if (parts.length > 1) {
                assertThat(Page.read(target).anchors())
                        .as("anchors of " + target)
                        .contains(parts[1]);
            }
        }
        assertThat(Page.read(file).picturesWithoutWords())
                .as("pictures of " + page + " that a screen reader cannot read")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_that_shows_code_names_the_file_it_is_from(String page) throws IOException {
        assertThat(Page.read(ROOT.resolve(page)).codeWithoutSource())
                .as("blocks of java and sql in " + page + " without a comment <!-- region: file#name --> before them")
                .isEmpty();
    }
}
