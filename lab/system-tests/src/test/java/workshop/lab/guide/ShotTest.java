package workshop.lab.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comments of a page that name pictures. */
class ShotTest {
    @TempDir
    private Path folder;

    @Test
    void a_picture_of_a_page_stands_among_the_actions_and_takes_no_expectation() throws IOException {
        Step step = read("""
                ### Step 1: Look
                ```sh picture=up
                ./workshop up
                ```
                <!-- picture: page of dashboard -->
                <!-- picture: customers of dashboard #customers -->

                ```text expect
                ready
                ```
                """).numbered().get(0);

        assertThat(step.actions().subList(1, 3))
                .isEqualTo(List.of(
                        new Shot(5, "page", "dashboard", null), new Shot(6, "customers", "dashboard", "#customers")));
        assertThat(step.blocks().get(0).picture()).contains("up");
        assertThat(step.blocks().get(0).expected()).isEqualTo("ready\n");
    }

    @Test
    void a_page_that_is_not_known_is_refused_with_its_line() {
        assertThatThrownBy(() -> read("# A\n<!-- picture: x of desktop -->\n"))
                .hasMessage("page.md, line 2: desktop is none of [dashboard, spark]");
    }

    @Test
    void a_drawing_has_the_name_that_a_comment_gives_it_or_that_of_its_page() throws IOException {
        Path page = Files.writeString(folder.resolve("PAGE.md"), """
                ```mermaid
                flowchart LR
                    a --> b
                ```
                <!-- drawing: layers -->
                ```mermaid
                flowchart LR
                    accTitle: The layers
                    accDescr: batch, then speed
                    c --> d
                ```
                """);

        List<Drawing> drawings = Drawing.of(page);

        assertThat(drawings).extracting(Drawing::fileName).containsExactly("drawing-page-1.svg", "drawing-layers.svg");
        assertThat(drawings)
                .extracting(Drawing::words)
                .containsExactly("Drawing page-1", "The layers. batch, then speed");
    }

    private Guide read(String text) throws IOException {
        return Guide.read(Files.writeString(folder.resolve("page.md"), text));
    }
}
