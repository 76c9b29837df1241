package workshop.lab.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import workshop.lab.services.Home;
import workshop.settings.WorkshopException;

class PrintedGuideTest {
    @TempDir
    private Path folder;

    /** The guide, and pages that have what it may come to have. */
    @ParameterizedTest
    @ValueSource(strings = {"WORKSHOP.md", "KAPPA.md", "README.md"})
    void all_of_a_page_is_in_it_and_nothing_is_asked_for_elsewhere(String name) throws Exception {
        Path page = Home.root().resolve(name);
        String html = PrintedGuide.of(page);
        Document printed = parse(html);
        List<String> headings = new ArrayList<>();
        List<String> code = new ArrayList<>();
        int drawings = collect(page, headings, code);

        assertThat(texts(printed, "h1", "h2", "h3", "h4")).containsExactlyInAnyOrderElementsOf(headings);
        assertThat(texts(printed, "pre")).containsExactlyElementsOf(code);
        assertThat(printed.getElementsByTagName("table").getLength()).isEqualTo((int) Files.readAllLines(page).stream()
                .filter(line -> line.matches("\\|(?: *:?-+:? *\\|)+"))
                .count());
        List<String> sources = attributes(printed, "img", "src");
        assertThat(sources)
                .hasSize(drawings
                        + (int) Page.read(page).links().stream()
                                .filter(link -> link.startsWith("images/"))
                                .count())
                .allMatch(source -> source.startsWith("data:image/"));
        assertThat(attributes(printed, "img", "alt")).hasSameSizeAs(sources).doesNotContain("");
        assertThat(attributes(printed, "a", "href")).allMatch(to -> to.matches("#.*|https?://.*"));
        assertThat(html).doesNotContain("<script", "<link", "@import", "url(", "<!--");
    }

    @Test
    void links_within_the_page_lead_to_its_headings() throws Exception {
        Document printed = parse(PrintedGuide.of(Home.root().resolve("WORKSHOP.md")));
        List<String> ids = new ArrayList<>();
        List.of("h1", "h2", "h3", "h4").forEach(tag -> ids.addAll(attributes(printed, tag, "id")));

        assertThat(attributes(printed, "a", "href").stream()
                        .filter(to -> to.startsWith("#"))
                        .map(to -> to.substring(1)))
                .isNotEmpty()
                .isSubsetOf(ids);
    }

    @Test
    void what_is_folded_is_open_and_files_are_named() throws Exception {
        Files.createDirectory(folder.resolve("images"));
        Files.writeString(folder.resolve("images/a.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Path page = Files.writeString(folder.resolve("PAGE.md"), """
                # A "page" & more
                Read [the code](src/Code.java) and [here](#below).<br>
                <!-- drawing: other -->
                ## Below
                <details>
                <summary>Why?</summary>

                <img src="images/a.svg" alt="a picture" width="300">

                </details>

                ```mermaid
                flowchart LR
                    a --> b
                ```
                """);

        Document printed = parse(PrintedGuide.of(page));

        assertThat(attributes(printed, "details", "open")).containsExactly("open");
        assertThat(attributes(printed, "a", "href")).containsExactlyInAnyOrder("#below", "#below");
        assertThat(attributes(printed, "img", "src"))
                .singleElement()
                .asString()
                .startsWith("data:image/svg+xml;base64,");
        assertThat(texts(printed, "p")).anyMatch(text -> text.contains("the code (src/Code.java)"));
        assertThat(texts(printed, "pre")).as("not drawn yet").containsExactly("flowchart LR\n    a --> b");
        assertThat(texts(printed, "title")).containsExactly("A \"page\" & more");
    }

    @Test
    void a_picture_that_is_missing_is_told() throws IOException {
        Path page = Files.writeString(folder.resolve("PAGE.md"), "![words](images/none.png)\n");

        assertThatThrownBy(() -> PrintedGuide.of(page))
                .isInstanceOf(WorkshopException.class)
                .hasMessage("The guide cannot be printed.");
    }

    /** @return how many drawings the page has */
    private static int collect(Path page, List<String> headings, List<String> code) throws IOException {
        int[] drawings = {0};
        Parser.builder().build().parse(Files.readString(page)).accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                headings.add(Texts.of(heading));
            }

            @Override
            public void visit(FencedCodeBlock fence) {
                if (Drawing.isDrawing(fence)) {
                    drawings[0]++;
                } else {
                    code.add(fence.getLiteral().stripTrailing());
                }
            }
        });
        return drawings[0];
    }

    private static Document parse(String html) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    private static List<String> texts(Document page, String... tags) {
        return List.of(tags).stream()
                .flatMap(tag -> elements(page, tag).stream().map(Element::getTextContent))
                .toList();
    }

    private static List<String> attributes(Document page, String tag, String name) {
        return elements(page, tag).stream()
                .map(element -> element.getAttribute(name))
                .toList();
    }

    private static List<Element> elements(Document page, String tag) {
        NodeList found = page.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
