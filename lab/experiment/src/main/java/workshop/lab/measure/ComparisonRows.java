package workshop.lab.measure;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What was measured, as the rows of a table. */
final class ComparisonRows {
    private final Measured measured;
    private final Plan plan;
    private final List<ComparisonRow> rows = new ArrayList<>();

    private ComparisonRows(Measured measured) {
        this.measured = measured;
        this.plan = measured.plan();
    }

    static List<ComparisonRow> of(Measured measured) {
        ComparisonRows rows = new ComparisonRows(measured);
        rows.freshness();
        rows.ruleChange();
        rows.errors();
        rows.work();
        rows.storage();
        rows.people();
        return List.copyOf(rows.rows);
    }

    private void freshness() {
        String how = "ms, from being sent to being in the view; " + plan.rate() + " events a second for "
                + plan.seconds() + " s";
        add("event to visible, median", side -> Cells.millis(side.freshness().median()), how);
        add(
                "event to visible, 99th percentile",
                side -> Cells.millis(side.freshness().p99()),
                how);
        String both = "ms; Lambda by `speed --trigger 0`, Kappa as above: its state needs micro-batches";
        add("the same in micro-batches, median", side -> inMicroBatches(side, Freshness::median), both);
        add("the same in micro-batches, 99th percentile", side -> inMicroBatches(side, Freshness::p99), both);
    }

    @SuppressWarnings("ReferenceEquality") // which of the two sides it is
    private String inMicroBatches(ArchitectureFigures side, Function<Freshness, Duration> value) {
        if (side == measured.kappa()) {
            return Cells.millis(value.apply(side.freshness()));
        }
        Optional<Freshness> found = side.microBatches();
        return found.map(value.andThen(Cells::millis)).orElse("not measured: left out of this plan");
    }

    private void ruleChange() {
        add(
                "first exact answer, from nothing",
                side -> Cells.seconds(side.first().wall()),
                "s, start-up included, over the history and " + count(plan.waiting()) + " waiting events");
        add(
                "rule changed to " + Plan.CHANGED + ": time to a corrected answer",
                side -> Cells.seconds(side.ruleChange().wall()),
                "s, start-up included, until the total is exact by the new rule, " + Plan.FLOW_RATE
                        + " events a second meanwhile");
        add(
                "meanwhile: answers that mix two rules",
                side -> Cells.seconds(side.ruleChange().mixed()),
                "s, as the view says of itself");
        add(
                "meanwhile: longest that an event waited",
                side -> Cells.seconds(side.ruleChange().longestWait()),
                "s, from being sent to being in the view");
    }

    private void errors() {
        String amount = Cells.amount(measured.lambda().errors().sentTwice());
        addError("error right after a duplicate", Errors::duplicate, "a transaction of " + amount + " sent twice");
        addError("the same after the next batch", Errors::duplicateLater, "Kappa has no batch: the same moment");
        addError("error right after a late event, a year old", Errors::lateByYear, "of " + amount);
        addError("error right after a late event, an hour old", Errors::lateByHour, "of " + amount);
        addError(
                "the year-old event in the merge by the clock",
                Errors::lateByClock,
                "the wrong merge, `customer_totals_by_clock`");
        addError(
                "error right after a crash",
                Errors::crash,
                "SIGKILL of the streaming job, " + Plan.FLOW_RATE + " events of " + amount
                        + " a second: what is sent and not yet counted");
        addError("the same when it has caught up", Errors::crashLater, "started again at once");
        add(
                "longest that an event waited in the crash",
                side -> Cells.seconds(side.errors().outage()),
                "s, start-up of the new process included");
    }

    private void addError(String what, Function<Errors, BigDecimal> value, String how) {
        add(
                what,
                side -> Optional.ofNullable(value.apply(side.errors()))
                        .map(Cells::amount)
                        .orElse("nothing is merged"),
                "euros, view minus truth; " + how);
    }

    private void work() {
        String cpu = "s of processor time of the jobs alone";
        add("processor time, first answer", side -> Cells.seconds(side.first().cpu()), cpu);
        add(
                "processor time, " + plan.seconds() + " s of the stream",
                side -> Cells.seconds(side.freshness().cpu()),
                cpu + ", " + count((long) plan.rate() * plan.seconds()) + " events");
        add(
                "processor time, rule change",
                side -> Cells.seconds(side.ruleChange().cpu()),
                cpu + " that were started for it");
        String memory = "MB resident, the highest that the system saw";
        add(
                "memory of the job that always runs",
                side -> Cells.memory(side.processes().peakBytes(side.processes().always())),
                memory);
        add(
                "memory of a job that runs now and then",
                side -> Cells.memory(side.processes().peakBytes(side.processes().nowAndThen())),
                memory);
        add(
                "memory of all jobs together, rule change",
                side -> Cells.memory(side.ruleChange().bytesAtOnce()),
                "MB resident, the highest sum at one moment");
    }

    private void storage() {
        addStorage("history file that must stay", Storage::file, "read by every batch; Kappa has it in the log");
        addStorage("lake", Storage::lake, "archived epochs");
        addStorage("log, the stream", Storage::stream, "topic of the transactions");
        addStorage("log, the history", Storage::history, "topic of the history");
        addStorage("state and notes of the streaming job", Storage::state, "folder of the checkpoints");
        addStorage("PostgreSQL", Storage::tables, "tables with indexes");
        addStorage("bytes in all", Storage::sum, "the sum, in normal work");
        add(
                "bytes in all after the rule change",
                side -> Cells.megabytes(side.changed().sum()),
                "MB, before the old version is dropped");
    }

    private void addStorage(String what, Function<Storage, Long> bytes, String how) {
        add(what, side -> Cells.megabytes(bytes.apply(side.normal())), "MB; " + how);
    }

    private void people() {
        add(
                "jobs that always run",
                side -> Cells.names(side.processes().always()),
                "processes, beside Kafka and PostgreSQL");
        add("jobs that run now and then", side -> Cells.names(side.processes().nowAndThen()), "processes");
        add(
                "jobs started for a rule change",
                side -> Cells.names(side.ruleChange().started()),
                "processes");
        add(
                "jobs at once during a rule change",
                side -> Integer.toString(side.ruleChange().atOnce()),
                "processes, the highest number seen");
        addCode("files to change for a rule", CodeSize::ruleFiles, "main Java files that name " + Plan.CHANGED);
        addCode("lines to change for a rule", CodeSize::ruleLines, "lines of these that do");
        addCode(
                "code to keep",
                CodeSize::lines,
                "lines of Java and SQL, without blanks and comments; "
                        + measured.code()
                                .map(code -> count(code.sharedLines()) + " more in transactions, which both share")
                                .orElse("what both share apart"));
    }

    private void addCode(String what, Function<CodeSize, CodeSize.Sides> value, String how) {
        Optional<CodeSize.Sides> sides = measured.code().map(value);
        String none = "not counted: the sources are not here";
        rows.add(new ComparisonRow(
                what,
                sides.map(both -> count(both.lambda())).orElse(none),
                sides.map(both -> count(both.kappa())).orElse(none),
                how));
    }

    private void add(String what, Function<ArchitectureFigures, String> value, String how) {
        rows.add(new ComparisonRow(what, value.apply(measured.lambda()), value.apply(measured.kappa()), how));
    }

    private static String count(long number) {
        return String.format(java.util.Locale.ROOT, "%,d", number);
    }
}
