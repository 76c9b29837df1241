package workshop.lab;

import workshop.lab.testing.BenchTest;
import workshop.lab.testing.TestServices;

/** Tests of several layers, and of commands. */
abstract class OnWorkbench extends BenchTest<Workbench> {
    @Override
    protected final Workbench benchOn(TestServices services) {
        return new Workbench(services);
    }
}
