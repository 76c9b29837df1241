package workshop.lab.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workshop.lab.services.Home;

/** How the guide is made: its steps, each with all of its parts, and what its source may say. */
class StepsTest {
    private static final Path GUIDE = Home.root().resolve("WORKSHOP.md");

    @TempDir
    private Path folder;

    static List<Step> steps() {
        return Guide.read(GUIDE).numbered();
    }

    @Test
    void the_steps_are_numbered_in_order() {
        assertThat(steps())
                .extracting(Step::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, steps().size()).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void a_step_has_all_of_its_parts_in_order(Step step) throws IOException {
        List<String> parts = Arrays.asList(
                "**Why.**",
                "**Do.**",
                "**Checkpoint " + step.number() + ".**",
                "**What it means.**",
                "<details><summary>Question: ",
                "**If it goes wrong**");

        String text = text(step);

        assertThat(parts).allSatisfy(part -> assertThat(text).contains(part));
        assertThat(parts.stream().map(text::indexOf).toList()).isSorted();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void a_step_ends_with_a_check_and_shows_what_must_be_seen(Step step) throws IOException {
        assertThat(step.blocks())
                .filteredOn(block -> block.commands().contains(" check " + step.number() + "\n"))
                .singleElement()
                .satisfies(check -> assertThat(check.expected()).contains("Step " + step.number() + " is done."));
        assertThat(step.pictures().size() + (text(step).contains("```mermaid") ? 1 : 0))
                .as("pictures and drawings of step " + step.number())
                .isPositive();
    }

    private static String text(Step step) throws IOException {
        String page = Files.readString(GUIDE);
        int start = page.indexOf("### Step " + step.number() + ": ");
        return page.substring(start, page.indexOf("\n### ", start));
    }

    static Stream<List<String>> mistakes() {
        return Stream.of(
                List.of("```sh twice\nls\n```", "page.md, line 3: twice is none of [state, "),
                List.of("```bash\nls\n```", "page.md, line 3: commands stand in a fence sh, so that they are run"),
                List.of("```text expect\nx\n```", "page.md, line 3: no block of commands stands above it"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_slip_in_the_source_of_a_page_is_named_with_its_line(List<String> mistake) throws IOException {
        Path page = Files.writeString(folder.resolve("page.md"), "### Step 1: One\n\n" + mistake.get(0) + "\n");

        assertThatThrownBy(() -> Guide.read(page)).hasMessageStartingWith(mistake.get(1));
    }

    @Test
    void a_block_that_is_not_run_says_why() throws IOException {
        Path page = Files.writeString(
                folder.resolve("page.md"),
                "### Step 1: One\n\n<!-- not run: it needs a printer -->\n```sh\nlpr\n```\n");

        assertThat(Guide.read(page).numbered().get(0).blocks().get(0).reasonNotToRun())
                .isEqualTo("it needs a printer");
    }
}
