package workshop.lab.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a picture shows, what it holds of that, and when another text is another picture. */
class ScreenTest {
    @TempDir
    private Path folder;

    @Test
    void prompts_are_those_of_a_shell() {
        Screen screen = Screen.of(1, "cat > f <<'END'\na\nEND\n./run \\\n  --fast\nls\n", "done\n");

        assertThat(screen.text()).isEqualTo("$ cat > f <<'END'\n> a\n> END\n$ ./run \\\n>   --fast\n$ ls\ndone\n");
    }

    @Test
    void a_line_that_was_written_over_shows_its_end_and_other_tricks_are_refused() {
        assertThat(Screen.of(1, "x", "10 %\r100 %\na\tb\n").output()).containsExactly("100 %", "a       b");
        assertThatThrownBy(() -> Screen.of(1, "x", "\u001b[31mred")).hasMessageContaining("character 27");
    }

    @Test
    void a_long_output_is_cut_and_says_so() {
        Screen screen = Screen.of(
                1, "x", IntStream.range(0, 100).mapToObj(String::valueOf).collect(Collectors.joining("\n")));

        assertThat(screen.shown()).hasSize(45).contains("39", "... 56 lines are left out here ...", "99");
        assertThat(screen.text()).contains("\n60\n");
    }

    @Test
    void a_text_is_another_one_if_the_guide_has_no_placeholder() {
        Alike alike = new Alike(1, "read {n} in {s} s\ntotal 3.20\n");

        assertThat(alike.test("$ x\nread 3 in 0.1 s\ntotal 3.20\n", "$ x\nread 4 in 2 s\ntotal 3.20\n"))
                .isTrue();
        assertThat(alike.test("$ x\nread 3 in 0.1 s\ntotal 3.20\n", "$ x\nread 3 in 0.1 s\ntotal 3.30\n"))
                .isFalse();
        assertThat(alike.test("$ x\nread 3 in 0.1 s\ntotal 3.20\n", "$ y\nread 3 in 0.1 s\ntotal 3.20\n"))
                .isFalse();
    }

    @Test
    void of_a_page_amounts_count_and_other_numbers_do_not() {
        assertThat(PagePictures.isSame("12:03:44 €286,623.05 29 batches", "13:00:01 €286,623.05 7 batches"))
                .isTrue();
        assertThat(PagePictures.isSame("total €286,623.05", "total €286,623.06"))
                .isFalse();
        assertThat(PagePictures.isSame("total −1.05", "total 1.05")).isFalse();
        assertThat(PagePictures.isSame("batch 2 min. ago\n100\n200", "batch just now\n250"))
                .isTrue();
        assertThat(PagePictures.hasSameWords("total 1.05", "total 22.10")).isTrue();
        assertThat(PagePictures.hasSameWords("total 1.05", "sum 1.05")).isFalse();
        assertThat(PagePictures.isSame("7 batches", "7 epochs")).isFalse();
    }

    @Test
    void a_picture_holds_its_text() throws IOException {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0x0a3f8a));
        pen.fillRect(0, 0, 20, 30);
        Path file = folder.resolve("a.png");

        PngFile.write(file, image, Map.of("Description", "$ ./workshop\n€ 1.00\n"));

        assertThat(PngFile.texts(file)).isEqualTo(Map.of("Description", "$ ./workshop\n€ 1.00\n"));
        assertThat(javax.imageio.ImageIO.read(file.toFile()).getRGB(5, 5)).isEqualTo(0xff0a3f8a);
        assertThat(PngFile.texts(folder.resolve("none.png"))).isEmpty();
    }
}
