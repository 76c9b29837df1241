package workshop.lab.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import workshop.lab.services.Home;

/** The guide, as a student follows it. The second session goes on with what the core has left. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GuideIT extends PageRun {
    private final int secondSession = lineOf("## Second session");

    GuideIT() {
        super("WORKSHOP.md");
    }

    @Order(1)
    @TestFactory
    Stream<DynamicNode> the_core() {
        return blocks(line -> line < secondSession);
    }

    @Tag("full")
    @Order(2)
    @TestFactory
    Stream<DynamicNode> the_second_session() {
        return blocks(line -> line > secondSession);
    }

    private static int lineOf(String heading) {
        try {
            int index = Files.readAllLines(Home.root().resolve("WORKSHOP.md")).indexOf(heading);
            if (index < 0) {
                throw new IllegalStateException("WORKSHOP.md has no heading " + heading);
            }
            return index + 1;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
