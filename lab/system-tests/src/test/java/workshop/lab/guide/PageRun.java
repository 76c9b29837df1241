package workshop.lab.guide;

import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import workshop.lab.services.Home;

/** Every block of commands of a page is run, in order, on services of its own, and what appears is what the page says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PageRun {
    private static final boolean ENGINE = Engine.isPresent();

    @TempDir
    private static Path folder;

    private final String page;
    private final Guide guide;
    private final Path output;
    private GuideRun run;
    private int blocks;

    PageRun(String page) {
        this.page = page;
        this.guide = Guide.read(Home.root().resolve(page));
        this.output = Path.of("target", page + ".txt");
    }

    @BeforeAll
    void begin() throws IOException {
        run = GuideRun.in(folder);
        Files.writeString(output, "");
    }

    /** Tests of what is typed in these lines of the page, a container for each step. */
    final Stream<DynamicNode> blocks(IntPredicate lines) {
        return guide.all().stream()
                .filter(step -> typed(step, lines).findAny().isPresent())
                .map(step -> dynamicContainer(step.title(), typed(step, lines).map(this::test)));
    }

    private static Stream<Typed> typed(Step step, IntPredicate lines) {
        return step.actions().stream()
                .filter(Typed.class::isInstance)
                .map(Typed.class::cast)
                .filter(typed -> lines.test(typed.line()));
    }

    private DynamicNode test(Typed typed) {
        return dynamicTest("line " + typed.line(), () -> check(typed));
    }

    private void check(Typed typed) throws Exception {
        if (typed instanceof Block block) {
            assumeTrue(block.reasonNotToRun() == null, block.reasonNotToRun());
            assumeTrue(ENGINE || !block.needsEngine(), "no container engine is here");
            blocks++;
        }
        Ran ran = run.run(typed);
        Files.writeString(output, "line " + typed.line() + "\n" + ran.output() + "\n", StandardOpenOption.APPEND);
        ran.requireAsTold(page);
    }

    @AfterAll
    void end() throws IOException {
        run.close();
        List<Block> all =
                guide.all().stream().flatMap(step -> step.blocks().stream()).toList();
        System.out.printf("%s: %d of its %d blocks of commands were run.%n", page, blocks, all.size());
        all.stream()
                .filter(block -> block.reasonNotToRun() != null)
                .forEach(block -> System.out.printf("  not line %d: %s%n", block.line(), block.reasonNotToRun()));
        long engine = all.stream().filter(Block::needsEngine).count();
        if (!ENGINE && engine > 0) {
            System.out.printf("  not %d blocks that need a container engine: none is here%n", engine);
        }
    }
}
