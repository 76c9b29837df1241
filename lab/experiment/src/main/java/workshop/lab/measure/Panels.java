package workshop.lab.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is drawn of the comparison. A value that was not measured has no bar, and is null here. */
final class Panels {
    private final Measured measured;

    Panels(Measured measured) {
        this.measured = measured;
    }

    List<Panel> all() {
        return List.of(freshness(), ruleChange(), errors(), processor(), memory(), storage());
    }

    private Panel freshness() {
        List<Panel.Bars> bars = new ArrayList<>();
        bars.add(new Panel.Bars("Lambda", Panel.LAMBDA, millis(measured.lambda().freshness())));
        measured.lambda()
                .microBatches()
                .ifPresent(found ->
                        bars.add(new Panel.Bars("Lambda in micro-batches", Panel.MICRO_BATCHES, millis(found))));
        bars.add(new Panel.Bars("Kappa", Panel.KAPPA, millis(measured.kappa().freshness())));
        return new Panel("Event to visible, ms (logarithmic)", List.of("median", "99th percentile"), bars, true);
    }

    private static List<Double> millis(Freshness freshness) {
        return Stream.of(freshness.median(), freshness.p99())
                .map(wait -> Math.max(1, wait.toNanos() / 1e6))
                .toList();
    }

    private Panel ruleChange() {
        return panel(
                "A rule changes, s",
                List.of("until corrected", "two rules mixed", "longest wait"),
                side -> List.of(
                        seconds(side.ruleChange().wall()),
                        seconds(side.ruleChange().mixed()),
                        seconds(side.ruleChange().longestWait())));
    }

    private Panel errors() {
        return panel(
                "Error right after, euros", List.of("a duplicate", "the next batch", "a late event"), side -> Stream.of(
                                side.errors().duplicate(),
                                side.errors().duplicateLater(),
                                side.errors().lateByYear())
                        .map(error -> error.abs().doubleValue())
                        .toList());
    }

    private Panel processor() {
        return panel(
                "Processor time, s",
                List.of("first answer", measured.plan().seconds() + " s of stream", "rule change"),
                side -> Arrays.asList(
                        seconds(side.first().cpu()),
                        seconds(side.freshness().cpu()),
                        seconds(side.ruleChange().cpu())));
    }

    private Panel memory() {
        return panel(
                "Memory, MB",
                List.of("always runs", "now and then", "rule change"),
                side -> Arrays.asList(
                        memory(side.processes().peakBytes(side.processes().always())),
                        memory(side.processes().peakBytes(side.processes().nowAndThen())),
                        memory(side.ruleChange().bytesAtOnce())));
    }

    private Panel storage() {
        return panel("Storage, MB", List.of("files, lake", "log", "state", "all, with tables"), side -> Stream.of(
                        side.normal().file() + side.normal().lake(),
                        side.normal().stream() + side.normal().history(),
                        side.normal().state(),
                        side.normal().sum())
                .map(Panels::megabytes)
                .toList());
    }

    private Panel panel(String title, List<String> groups, Function<ArchitectureFigures, List<Double>> values) {
        return Panel.of(title, groups, values.apply(measured.lambda()), values.apply(measured.kappa()));
    }

    private static Double seconds(Duration duration) {
        return duration == null ? null : Double.valueOf(duration.toNanos() / 1e9);
    }

    private static Double memory(long bytes) {
        return bytes == 0 ? null : Double.valueOf(megabytes(bytes));
    }

    private static double megabytes(long bytes) {
        return bytes / 1e6;
    }
}
