package workshop.lab;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.platform.commons.support.AnnotationSupport;
import workshop.lab.testing.KillsServices;

/** Tests that each begin with empty topics and tables. */
abstract class OnWorkbench {
    Workbench bench;

    @BeforeEach
    final void start(TestInfo test) throws Exception {
        boolean alone = AnnotationSupport.isAnnotated(test.getTestMethod(), KillsServices.class)
                || AnnotationSupport.isAnnotated(getClass(), KillsServices.class);
        bench = alone ? Workbench.startAlone() : Workbench.start();
    }

    @AfterEach
    final void stop() {
        bench.close();
    }
}
