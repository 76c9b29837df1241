package workshop.lab.measure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import workshop.producer.RecordSource;
import workshop.transactions.Rule;

/** One architecture, measured: the same steps for both. */
final class Trial implements AutoCloseable {
    private final Plan plan;
    private final Architecture architecture;
    private final Site site;
    private final Path history;
    private final ExpectedTotals truth;
    private final RecordSource events;
    private final Sender sender;
    private final JobWait timeout;
    private final Consumer<String> progress;

    /**
     * @param truth knows the history
     * @param events more than will be sent
     */
    Trial(
            Plan plan,
            Architecture architecture,
            Site site,
            Path history,
            ExpectedTotals truth,
            RecordSource events,
            Consumer<String> progress) {
        this.plan = plan;
        this.architecture = architecture;
        this.site = site;
        this.history = history;
        this.truth = truth;
        this.events = events;
        this.sender = new Sender(site.settings(), truth);
        this.timeout = new JobWait(site.jobs());
        this.progress = line -> progress.accept(architecture.name() + ": " + line);
    }

    ArchitectureFigures run() {
        sender.send(events, plan.waiting(), 0, () -> true);
        progress.accept("the first answer, over the history and what waits in the log");
        FirstAnswer first = first();
        try (VisibilityWatch watch = new VisibilityWatch(site.settings(), architecture.questions())) {
            progress.accept("the stream starts");
            MeasuredJob stream = architecture.stream();
            warmUp(watch);
            progress.accept("freshness, " + plan.rate() + " events a second for " + plan.seconds() + " seconds");
            Freshness freshness = freshness(watch, stream);
            progress.accept("errors, right after a duplicate, a late event and a crash");
            Errors errors = errors(watch);
            JobKinds processes = JobKinds.of(site.jobs());
            Storage normal = storage();
            progress.accept("time to a corrected answer, after a change of the rule to " + Plan.CHANGED);
            RuleChangeFigures change = ruleChange(watch);
            Storage after = storage();
            return new ArchitectureFigures(
                    first, freshness, microBatches(watch), errors, processes, normal, change, after);
        }
    }

    private FirstAnswer first() {
        long start = System.nanoTime();
        architecture.computeFirst(history);
        try (ServedTotalsReader answers = new ServedTotalsReader(site.settings(), architecture.questions())) {
            timeout.until("the first exact answer", () -> {
                ServedTotals now = answers.now();
                return ExpectedTotals.covers(now.coveredTo(), truth.ends())
                        && now.total()
                                .minus(truth.upTo(now.coveredTo(), Rule.ALL))
                                .isZero();
            });
        }
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        return new FirstAnswer(wall, Jobs.cpu(site.jobs().all()));
    }

    /** The first of these events wait until the job is up, too. */
    private void warmUp(VisibilityWatch watch) {
        sender.send(events, 1, 0, () -> true);
        awaitVisible(watch);
        sender.send(events, (long) plan.rate() * plan.warmUpSeconds(), plan.rate(), () -> true);
        awaitVisible(watch);
    }

    private void awaitVisible(VisibilityWatch watch) {
        timeout.until("all events to be visible", () -> watch.covers(truth.ends()));
    }

    private Freshness freshness(VisibilityWatch watch, MeasuredJob stream) {
        watch.lookClosely(true);
        Duration before = Jobs.cpu(List.of(stream));
        List<SentEvent> sent = sender.send(events, (long) plan.rate() * plan.seconds(), plan.rate(), () -> true);
        awaitVisible(watch);
        Duration after = Jobs.cpu(List.of(stream));
        watch.lookClosely(false);
        return Freshness.of(watch.waits(sent), before == null || after == null ? null : after.minus(before));
    }

    private Errors errors(VisibilityWatch watch) {
        Faults faults = new Faults(architecture, site, sender, truth, timeout, watch);
        Faults.Late late = faults.late();
        Faults.Crash crash = faults.crash();
        Faults.Duplicate duplicate = faults.duplicate();
        architecture.runAgain(history);
        return new Errors(
                Faults.AMOUNT,
                duplicate.error(),
                faults.errorOf(Faults.TWICE),
                late.byYear(),
                late.byHour(),
                late.byClock(),
                crash.error(),
                crash.later(),
                crash.outage());
    }

    private Storage storage() {
        return Storage.of(site.settings(), history, architecture instanceof KappaArchitecture);
    }

    private RuleChangeFigures ruleChange(VisibilityWatch watch) {
        return new RuleTrial(architecture, site, truth, timeout).run(history, Plan.CHANGED, sender, events, watch);
    }

    private Optional<Freshness> microBatches(VisibilityWatch watch) {
        if (!plan.microBatches()) {
            return Optional.empty();
        }
        return architecture.streamInMicroBatches().map(job -> {
            progress.accept("freshness in micro-batches");
            warmUp(watch);
            return freshness(watch, job);
        });
    }

    @Override
    public void close() {
        sender.close();
    }
}
