package workshop.lab.checks;

import java.util.List;
import java.util.Locale;
import workshop.settings.Plural;
import workshop.settings.Printable;

/** What the check of a step found. */
public record StepResult(int step, String title, List<StepFinding> findings) {
    public StepResult {
        findings = List.copyOf(findings);
    }

    public boolean isDone() {
        return findings.stream().allMatch(StepFinding::isOk);
    }

    /** A line a finding; below those that are not well, the likely mistake and the next command; and a line for the step. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (StepFinding finding : findings) {
            text.append(String.format(Locale.ROOT, "%-8s %s%n", finding.state(), Printable.line(finding.what())));
            if (!finding.isOk()) {
                text.append(String.format(Locale.ROOT, "%14s %s%n", "why:", Printable.line(finding.why())));
                text.append(String.format(Locale.ROOT, "%14s %s%n", "next:", Printable.line(finding.next())));
            }
        }
        long open = findings.stream().filter(finding -> !finding.isOk()).count();
        text.append(
                isDone()
                        ? String.format(Locale.ROOT, "Step %d is done.%n", step)
                        : String.format(
                                Locale.ROOT,
                                "Step %d is not done: %d of %s.%n",
                                step,
                                open,
                                Plural.of(findings.size(), "finding")));
        return text.toString();
    }
}
