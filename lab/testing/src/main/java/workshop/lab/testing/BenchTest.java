package workshop.lab.testing;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.platform.commons.support.AnnotationSupport;

/** Tests that each begin with empty topics and tables. */
public abstract class BenchTest<B extends Bench> {
    protected B bench;

    /** What the tests do with the services. */
    protected abstract B benchOn(TestServices services);

    @BeforeEach
    final void start(TestInfo test) throws Exception {
        boolean alone = AnnotationSupport.isAnnotated(test.getTestMethod(), KillsServices.class)
                || AnnotationSupport.isAnnotated(getClass(), KillsServices.class);
        bench = benchOn(alone ? TestServices.own() : TestServices.shared());
    }

    @AfterEach
    final void stop() {
        bench.close();
    }
}
