package workshop.lab.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import workshop.lab.Browser;
import workshop.lab.guide.Action;
import workshop.lab.guide.Block;
import workshop.lab.guide.Guide;
import workshop.lab.guide.GuideRun;
import workshop.lab.guide.Ran;
import workshop.lab.guide.Shot;
import workshop.lab.guide.Typed;
import workshop.lab.services.Home;

/**
 * Makes the pictures of the guide and the drawings of the pages. Not a test that a build runs, see its name: {@code
 * lab/pictures} asks for it.
 */
class MakePictures {
    private static final String WANTED = System.getProperty("pictures", "drawings,guide");
    /** Seen in pictures. */
    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"), "lambda-workshop");

    private static Browser browser;

    @BeforeAll
    static void open() {
        assertThat(Browser.isInstalled())
                .as("the packages chromium and chromium-driver are needed")
                .isTrue();
        browser = Browser.start();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void drawings() throws IOException {
        assumeTrue(WANTED.contains("drawings"));
        new DrawingPictures(browser).keepAll();
    }

    @Test
    void guide() throws Exception {
        assumeTrue(WANTED.contains("guide"));
        List<Action> actions = Guide.read(Path.of(System.getProperty(
                        "pictures.guide", Home.root().resolve("WORKSHOP.md").toString())))
                .all()
                .stream()
                .flatMap(step -> step.actions().stream())
                .toList();
        assertThat(FOLDER)
                .as("the folder for the guide's run, of an earlier one; delete it")
                .doesNotExist();
        Files.createDirectory(FOLDER);
        try (GuideRun run = GuideRun.in(FOLDER)) {
            new Session(run).go(actions);
        } finally {
            Home.delete(FOLDER);
        }
    }

    /** A run of the guide with a camera. It ends with the last picture. */
    private static final class Session {
        private final GuideRun run;
        private final TerminalPictures terminals = new TerminalPictures(browser);
        private final PagePictures pages = new PagePictures(browser);

        Session(GuideRun run) {
            this.run = run;
        }

        void go(List<Action> actions) throws Exception {
            int last = actions.size() - 1;
            while (last >= 0 && !isPicture(actions.get(last))) {
                last--;
            }
            for (Action action : actions.subList(0, last + 1)) {
                act(action);
            }
        }

        private static boolean isPicture(Action action) {
            return action instanceof Shot
                    || action instanceof Block block && block.picture().isPresent() && isRun(block);
        }

        private static boolean isRun(Block block) {
            return block.reasonNotToRun() == null && !block.needsEngine();
        }

        private void act(Action action) throws Exception {
            if (action instanceof Shot shot) {
                pages.keep(shot);
            } else if (!(action instanceof Block block) || isRun(block)) {
                Ran ran = run.run((Typed) action);
                ran.requireAsTold("the guide"); // behind a step that failed, a picture would show something else
                pages.hear(run.withOwnPorts(ran.output()));
                if (action instanceof Block block && block.picture().isPresent()) {
                    terminals.keep(block, ran.output());
                }
            }
        }
    }
}
