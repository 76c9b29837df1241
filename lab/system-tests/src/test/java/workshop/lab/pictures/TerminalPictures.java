package workshop.lab.pictures;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import workshop.lab.Browser;
import workshop.lab.guide.Block;

/** Draws what a block of the guide printed as a terminal's window. */
final class TerminalPictures {
    private static final PictureLook LOOK = PictureLook.of("terminal.html");

    private final Browser browser;

    TerminalPictures(Browser browser) {
        this.browser = browser;
    }

    void keep(Block block, String output) throws IOException {
        Screen screen = Screen.of(block.terminal(), block.commands(), output);
        BiPredicate<String, String> isSame = block.expected() == null
                ? String::equals
                : new Alike(screen.commands().size(), block.expected())::test;
        Album.keep(block.picture().orElseThrow(), screen.text(), LOOK.name(), isSame, () -> image(screen));
    }

    private BufferedImage image(Screen screen) throws IOException {
        browser.openHtml(LOOK.html());
        List<List<String>> commands = IntStream.range(0, screen.commands().size())
                .mapToObj(i -> List.of(screen.prompt(i), screen.commands().get(i)))
                .toList();
        browser.driver().executeScript("show(...arguments)", screen.title(), commands, screen.shown());
        return browser.image("#window", 2);
    }
}
