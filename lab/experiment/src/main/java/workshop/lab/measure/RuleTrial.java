package workshop.lab.measure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import workshop.producer.RecordSource;
import workshop.transactions.Rule;

/** A change of the rule while events come, from the decision to the first answer that is by the new rule alone. */
final class RuleTrial {
    private final Architecture architecture;
    private final Site site;
    private final ExpectedTotals truth;
    private final JobWait timeout;

    private long mixedSince;
    private Duration mixed = Duration.ZERO;

    RuleTrial(Architecture architecture, Site site, ExpectedTotals truth, JobWait timeout) {
        this.architecture = architecture;
        this.site = site;
        this.truth = truth;
        this.timeout = timeout;
    }

    RuleChangeFigures run(Path history, Rule rule, Sender sender, RecordSource events, VisibilityWatch watch) {
        Jobs jobs = site.jobs();
        int before = jobs.all().size();
        jobs.countAnew();
        try (Flow flow = new Flow(sender, events, Plan.FLOW_RATE);
                ServedTotalsReader answers = new ServedTotalsReader(site.settings(), architecture.questions())) {
            long start = System.nanoTime();
            Architecture.Change change = architecture.changeRule(history, rule);
            timeout.until("an exact answer by the new rule alone", () -> {
                change.goOn();
                return isBy(rule, answers.now());
            });
            Duration wall = Duration.ofNanos(System.nanoTime() - start);
            List<MeasuredJob> started = jobs.all().subList(before, jobs.all().size());
            Duration cpu = Jobs.cpu(started);
            change.finish();
            List<SentEvent> sent = flow.stop();
            timeout.until("all events to be visible", () -> watch.covers(truth.ends()));
            Duration[] waits = watch.waits(sent);
            return new RuleChangeFigures(
                    wall,
                    mixed,
                    waits[waits.length - 1],
                    cpu,
                    started.stream().map(MeasuredJob::kind).toList(),
                    jobs.mostAtOnce(),
                    jobs.mostBytesAtOnce());
        }
    }

    private boolean isBy(Rule rule, ServedTotals answer) {
        long now = System.nanoTime();
        if (mixedSince != 0) {
            mixed = mixed.plusNanos(now - mixedSince);
        }
        mixedSince = answer.rules().size() > 1 ? now : 0;
        return answer.rules().equals(Set.of(rule.label()))
                && answer.total().minus(truth.upTo(answer.coveredTo(), rule)).isZero();
    }
}
