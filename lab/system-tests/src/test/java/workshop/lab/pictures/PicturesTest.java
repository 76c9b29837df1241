package workshop.lab.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import workshop.lab.guide.Action;
import workshop.lab.guide.Block;
import workshop.lab.guide.Drawing;
import workshop.lab.guide.Guide;
import workshop.lab.guide.Shot;
import workshop.lab.guide.Step;
import workshop.lab.services.Home;

/** The pictures in images/ are those that the pages speak of, and show what the guide says. Where not: lab/pictures. */
class PicturesTest {
    private static final Path ROOT = Home.root();
    private static final Pattern IMAGE =
            Pattern.compile("images/([A-Za-z0-9._-]+)|\\]\\(([A-Za-z0-9._-]+\\.(?:png|svg))\\)");

    private final Guide guide = Guide.read(ROOT.resolve("WORKSHOP.md"));

    @Test
    void a_picture_that_a_step_names_is_shown_in_that_step() {
        for (Step step : guide.all()) {
            for (String name : names(step)) {
                assertThat(step.pictures()).as("step \"" + step.title() + "\"").contains("images/" + name + ".png");
                assertThat(Album.file(name)).as("lab/pictures guide makes it").exists();
            }
        }
    }

    @Test
    void no_two_pictures_have_one_name() {
        List<String> all =
                guide.all().stream().flatMap(step -> names(step).stream()).toList();

        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void a_picture_of_a_terminal_shows_the_commands_of_its_block_and_what_must_appear() throws IOException {
        for (Step step : guide.all()) {
            for (Block block : step.blocks()) {
                if (block.picture().isPresent()) {
                    requireUpToDate(block, block.picture().get());
                }
            }
        }
    }

    private static void requireUpToDate(Block block, String name) throws IOException {
        String text = Album.text(name);
        Screen commands = Screen.of(block.terminal(), block.commands(), "");
        String what = "images/%s.png of line %d; lab/pictures guide makes it anew".formatted(name, block.line());
        assertThat(text).as(what).isNotNull().startsWith(commands.text());
        if (block.expected() != null) {
            assertThat(new Alike(commands.commands().size(), block.expected()).isMetBy(text))
                    .as(what + ":%n%s", text)
                    .isTrue();
        }
    }

    @Test
    void each_drawing_of_a_page_is_drawn_as_the_page_has_it() throws IOException {
        assertThat(DrawingPictures.all()).extracting(Drawing::name).doesNotHaveDuplicates();
        for (Drawing drawing : DrawingPictures.all()) {
            assertThat(DrawingPictures.isDrawn(drawing))
                    .as(drawing.fileName() + "; lab/pictures drawings makes it anew")
                    .isTrue();
        }
    }

    @Test
    void each_image_is_linked_from_a_page_or_drawn_from_one() throws IOException {
        Set<String> wanted = new TreeSet<>(List.of("README.md"));
        DrawingPictures.all().forEach(drawing -> wanted.add(drawing.fileName()));
        for (Path page : pages()) {
            Matcher image = IMAGE.matcher(Files.readString(page));
            while (image.find()) {
                wanted.add(image.group(1) == null ? image.group(2) : image.group(1));
            }
        }
        try (Stream<Path> files = Files.list(Album.IMAGES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("files that no page shows; delete them or show them")
                    .isSubsetOf(wanted);
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT, 2)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList();
        }
    }

    private static List<String> names(Step step) {
        List<String> names = new ArrayList<>();
        for (Action action : step.actions()) {
            if (action instanceof Shot shot) {
                names.add(shot.name());
            } else if (action instanceof Block block) {
                block.picture().ifPresent(names::add);
            }
        }
        return names;
    }
}
