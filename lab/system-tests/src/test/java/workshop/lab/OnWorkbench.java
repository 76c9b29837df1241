package workshop.lab;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests that each have services of their own. */
abstract class OnWorkbench {
    Workbench bench;

    @BeforeEach
    final void start() throws Exception {
        bench = Workbench.start();
    }

    @AfterEach
    final void stop() {
        bench.close();
    }
}
