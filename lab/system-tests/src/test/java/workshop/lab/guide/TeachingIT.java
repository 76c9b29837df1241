package workshop.lab.guide;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The rehearsal of grading, as a teacher does it. */
@Tag("full")
class TeachingIT extends PageRun {
    TeachingIT() {
        super("TEACHING.md");
    }

    @TestFactory
    Stream<DynamicNode> the_page() {
        return blocks(line -> true);
    }
}
