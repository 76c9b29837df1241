package workshop.lab.measure;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import workshop.lab.services.Home;
import workshop.producer.RecordSource;
import workshop.producer.random.RandomOptions;
import workshop.producer.random.RandomSource;

/** Measures Lambda and Kappa on the same input, one after the other. */
public final class Experiment {
    private final Class<?> main;
    private final Path home;
    private final Plan plan;
    private final Consumer<String> progress;

    /**
     * @param main of the command line, which starts jobs as a student does
     * @param home an empty folder, or one that is not there yet; it is gone at the end
     * @param progress is told what is measured now
     */
    public Experiment(Class<?> main, Path home, Plan plan, Consumer<String> progress) {
        this.main = requireNonNull(main, "main is null");
        this.home = requireNonNull(home, "home is null").toAbsolutePath().normalize();
        this.plan = requireNonNull(plan, "plan is null");
        this.progress = requireNonNull(progress, "progress is null");
    }

    /** Takes some minutes. Ctrl-C ends it, and nothing of it stays. */
    public Measured run() {
        Instant start = Instant.now();
        MachineInfo machine = MachineInfo.here();
        Supplier<ArchitectureFigures> kappaTrial =
                () -> trial("kappa", site -> new KappaArchitecture(site.jobs(), site.settings()));
        CompletableFuture<ArchitectureFigures> beside =
                plan.atOnce() ? CompletableFuture.supplyAsync(kappaTrial) : null;
        ArchitectureFigures lambda = trial("lambda", site -> new LambdaArchitecture(site.jobs()));
        ArchitectureFigures kappa = beside == null ? kappaTrial.get() : beside.join();
        return new Measured(start, machine, plan, lambda, kappa, CodeSize.count(Home.root()));
    }

    private ArchitectureFigures trial(String name, Function<Site, Architecture> architectures) {
        progress.accept("Kafka and PostgreSQL start, fresh ones for " + name);
        RandomOptions options = RandomOptions.clean(Long.MAX_VALUE, Plan.CUSTOMERS, Plan.SEED + 1);
        try (Site site = new Site(main, home.resolve(name));
                RecordSource events = new RandomSource(options, InstantSource.system())) {
            ExpectedTotals truth = new ExpectedTotals();
            Path history = PlannedHistory.write(site.home().resolve("history.json"), plan, truth);
            Architecture architecture = architectures.apply(site);
            try (Trial trial = new Trial(plan, architecture, site, history, truth, events, progress)) {
                return trial.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
