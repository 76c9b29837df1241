package workshop.lab.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import workshop.transactions.Rule;

/** Batch layer and speed layer. */
final class LambdaArchitecture implements Architecture {
    private static final String BATCH = "batch";
    private static final String SPEED = "speed";

    private final Jobs jobs;
    private Rule rule = Rule.ALL;
    private MeasuredJob speed;

    LambdaArchitecture(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "Lambda";
    }

    @Override
    public Questions questions() {
        return Questions.LAMBDA;
    }

    @Override
    public Optional<Questions> byClock() {
        return Optional.of(Questions.LAMBDA.byClock());
    }

    @Override
    public void computeFirst(Path history) {
        runAgain(history);
    }

    @Override
    public void runAgain(Path history) {
        batch(history).awaitGoodEnd();
    }

    @Override
    public MeasuredJob stream() {
        if (speed == null || !speed.isAlive()) {
            speed = speed();
        }
        return speed;
    }

    /** Both layers begin with the new rule at once: neither has to wait for the other. */
    @Override
    public Change changeRule(Path history, Rule changed) {
        speed.stop();
        rule = changed;
        speed = speed();
        MeasuredJob batch = batch(history);
        return new Change() {
            @Override
            public void goOn() {}

            @Override
            public void finish() {
                batch.awaitGoodEnd();
            }
        };
    }

    @Override
    public Optional<MeasuredJob> streamInMicroBatches() {
        speed.stop();
        speed = speed("--trigger", "0");
        return Optional.of(speed);
    }

    private MeasuredJob batch(Path history) {
        return jobs.start(BATCH, BATCH, "--history", history.toString(), "--rule", rule.label());
    }

    private MeasuredJob speed(String... more) {
        List<String> arguments = new ArrayList<>(List.of(SPEED, "--rule", rule.label()));
        arguments.addAll(List.of(more));
        return jobs.start(SPEED, arguments.toArray(String[]::new));
    }
}
