package workshop.lab.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import workshop.lab.text.Rows;

/** The findings, as they are printed. */
public record DoctorReport(List<Finding> findings) {
    public DoctorReport {
        findings = List.copyOf(findings);
    }

    /** Whether nothing prevents the workshop from running. */
    public boolean isHealthy() {
        return count(Severity.PROBLEM) == 0;
    }

    /** A line each, below it the step that mends it; and a line for all. */
    public String text() {
        return lines(findings) + summary() + "\n";
    }

    /** The same without what is good, below an error's lines; empty if all is good. */
    public String belowAnError() {
        List<Finding> bad = findings.stream()
                .filter(finding -> finding.grade() != Severity.GOOD)
                .toList();
        return bad.isEmpty() ? "" : "What ./workshop doctor finds on this machine:\n" + lines(bad);
    }

    public Rows rows() {
        return new Rows(
                List.of("grade", "subject", "sentence", "next"),
                findings.stream()
                        .map(finding -> Arrays.<Object>asList(
                                finding.grade(), finding.subject(), finding.sentence(), finding.next()))
                        .toList());
    }

    private static String lines(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            text.append(String.format(
                    Locale.ROOT, "%-8s %-11s %s%n", finding.grade(), finding.subject(), visible(finding.sentence())));
            if (finding.next() != null) {
                text.append(String.format(Locale.ROOT, "%21s%s%n", "next: ", visible(finding.next())));
            }
        }
        return text.toString();
    }

    private String summary() {
        long problems = count(Severity.PROBLEM);
        long warnings = count(Severity.WARNING);
        String what = problems == 0
                ? "Nothing prevents the workshop from running"
                : problems == 1
                        ? "One problem prevents the workshop from running"
                        : problems + " problems prevent the workshop from running";
        return what + (warnings == 0 ? "." : warnings == 1 ? "; one warning." : "; " + warnings + " warnings.");
    }

    private long count(Severity grade) {
        return findings.stream().filter(finding -> finding.grade() == grade).count();
    }

    /** Names of folders and outputs of programs may hold what a terminal would obey. */
    private static String visible(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
