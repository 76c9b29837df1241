package workshop.lab.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import workshop.lab.checks.ComparisonFile.Line;
import workshop.lab.checks.ComparisonFile.Unreadable;
import workshop.settings.Plural;

/**
 * The file comparison.csv: each customer's batch part, speed part and total. It is right if there was an instant at which the
 * view said so, see {@link ViewAtEpoch}; so it stays right when totals have moved on.
 */
final class ComparingCheck implements StepCheck {
    private static final int NAMED = 3;
    /** Of a home with very many epochs the first ones are tried, and the last. */
    private static final int TRIED = 5;

    @Override
    public int step() {
        return 7;
    }

    @Override
    public String title() {
        return "Comparing batch and speed results";
    }

    @Override
    public void look(Evidence evidence, StepFindings findings) throws IOException {
        Path file = evidence.place().own(ComparisonFile.NAME);
        String again = again(evidence);
        if (!Files.isRegularFile(file)) {
            findings.missing(
                    "There is no file " + ComparisonFile.NAME + " in this folder.",
                    "It was not written yet, or stands in another folder than "
                            + evidence.place().folder().toAbsolutePath().normalize() + ".",
                    again);
            return;
        }
        try {
            List<Line> lines = ComparisonFile.read(file);
            findings.ok("%s lists %s.", ComparisonFile.NAME, Plural.of(lines.size(), "customer"));
            parts(lines, again, findings);
            moment(evidence, lines, again, findings);
        } catch (Unreadable e) {
            findings.wrong(
                    ComparisonFile.NAME + " cannot be read.",
                    e.getMessage() + " It was printed in another format, or changed by hand.",
                    again);
        }
    }

    /** While the speed layer has a part now, the file can be printed again. */
    private static String again(Evidence evidence) {
        boolean hasSpeedPart =
                evidence.totals().stream().anyMatch(row -> row.speedTotal().signum() != 0);
        return (hasSpeedPart ? "" : evidence.command("step 7") + ", then ") + evidence.command("query --format csv")
                + " > " + ComparisonFile.NAME;
    }

    private static void parts(List<Line> lines, String again, StepFindings findings) {
        List<String> wrong = lines.stream()
                .filter(line -> !line.addsUp())
                .map(line -> line.customer() + ": " + line.batch() + " + " + line.speed() + " is not " + line.total())
                .toList();
        if (wrong.isEmpty()) {
            findings.ok("In each line, batch part + speed part = total.");
        } else {
            findings.wrong(
                    "A line does not add up: " + named(wrong) + ".",
                    "An amount was changed after it was printed.",
                    again);
        }
        if (lines.stream().allMatch(line -> line.speed().signum() == 0)) {
            findings.missing(
                    "No line has a speed part.",
                    "The file was printed before the speed layer had counted, or after a batch had taken all over: there is"
                            + " nothing to compare.",
                    again);
        }
    }

    private static void moment(Evidence evidence, List<Line> lines, String again, StepFindings findings) {
        ViewAtEpoch best = null;
        List<String> flaws = List.of();
        int epoch = 0;
        for (int candidate : candidates(evidence.cuts())) {
            ViewAtEpoch moment = ViewAtEpoch.of(evidence, candidate);
            List<String> found = flaws(moment, lines);
            if (best == null || found.size() < flaws.size()) {
                best = moment;
                flaws = found;
                epoch = candidate;
            }
        }
        if (flaws.isEmpty()) {
            findings.ok(
                    "Each line is what the recount says of its customer while epoch %d was the published one.", epoch);
        } else {
            findings.wrong(
                    "A line is not what the recount says: " + named(flaws) + ".",
                    "It was changed after it was printed, or printed from another view than customer_totals.",
                    again);
        }
        missing(best, lines, again, findings);
    }

    private static void missing(ViewAtEpoch moment, List<Line> lines, String again, StepFindings findings) {
        Set<String> missing = new TreeSet<>(moment.customers());
        lines.forEach(line -> missing.remove(line.customer()));
        if (!missing.isEmpty()) {
            findings.wrong(
                    "The file lacks " + named(new ArrayList<>(missing)) + ".",
                    "Lines were deleted, or only one customer was asked for.",
                    again);
        }
    }

    private static List<String> flaws(ViewAtEpoch moment, List<Line> lines) {
        List<String> flaws = new ArrayList<>();
        for (Line line : lines) {
            String flaw = moment.flaw(line);
            if (flaw != null) {
                flaws.add(line.customer() + ": " + flaw);
            }
        }
        return flaws;
    }

    private static Set<Integer> candidates(DeclaredCuts cuts) {
        Set<Integer> epochs = new TreeSet<>();
        for (int epoch = Math.min(1, cuts.published()); epoch <= Math.min(TRIED, cuts.published()); epoch++) {
            epochs.add(epoch);
        }
        epochs.add(cuts.published());
        return epochs;
    }

    private static String named(List<String> all) {
        return all.stream().limit(NAMED).collect(Collectors.joining("; ")) + (all.size() > NAMED ? "; ..." : "");
    }
}
