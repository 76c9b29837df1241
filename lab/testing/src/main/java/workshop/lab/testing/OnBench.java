package workshop.lab.testing;

/** Tests of one layer, which need no more than {@link Bench} has. */
public abstract class OnBench extends BenchTest<Bench> {
    @Override
    protected final Bench benchOn(TestServices services) {
        return new Bench(services);
    }
}
