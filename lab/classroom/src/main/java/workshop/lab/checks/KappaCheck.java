package workshop.lab.checks;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import workshop.handoff.TopicLog;
import workshop.lab.verify.Comparison;
import workshop.settings.Plural;

/** The history in the log, a version that answers and is right by its rule, and another version with another rule. */
final class KappaCheck implements StepCheck {
    /** As the comparison says of a total of which it knows no reason. */
    private static final String UNEXPLAINED = "Kappa: UNEXPLAINED, ";

    private record KappaVersion(String version, boolean promoted, String rule) {}

    /** @param records null as long as the load has not come to its end */
    private record LoadedFile(String path, Long records, boolean finished) {}

    private record Progress(String topic, int partition, long nextOffset) {}

    @Override
    public int step() {
        return 12;
    }

    @Override
    public String title() {
        return "Kappa";
    }

    @Override
    public void look(Evidence evidence, StepFindings findings) {
        history(evidence, findings);
        List<KappaVersion> versions = evidence.all("select-kappa-versions.sql", KappaVersion.class);
        String answering = versions.stream()
                .filter(KappaVersion::promoted)
                .map(KappaVersion::version)
                .findFirst()
                .orElse(null);
        if (answering == null) {
            findings.missing(
                    "No version of Kappa answers.",
                    "None was run yet; the first one answers at once.",
                    evidence.command("kappa run --until-caught-up"));
        } else {
            waits(evidence, answering, findings);
            totals(evidence, answering, findings);
        }
        rules(evidence, versions, findings);
    }

    private static void history(Evidence evidence, StepFindings findings) {
        Set<Path> loaded = new HashSet<>();
        for (LoadedFile file : evidence.all("select-kappa-history.sql", LoadedFile.class)) {
            if (file.finished() && file.records() != null) {
                loaded.add(Path.of(file.path()));
            }
        }
        BatchHistory read = BatchHistory.of(evidence);
        if (!read.isOfTheGuide(findings)) {
            return;
        }
        Path history = read.files().get(0);
        if (loaded.stream().anyMatch(file -> BatchHistory.isSame(file, history))) {
            findings.ok("The history is in the log as a whole, %s.", Plural.of(loaded.size(), "file"));
        } else {
            findings.missing(
                    "The history is not in the log as a whole: "
                            + evidence.place().shown(history) + ".",
                    "It was not loaded yet, or the load was stopped; the next one goes on.",
                    evidence.command("kappa load-history" + read.argument("", history)));
        }
    }

    private static void waits(Evidence evidence, String version, StepFindings findings) {
        long behind = 0;
        Map<String, Map<Integer, Long>> next = evidence.all("select-kappa-progress.sql", Progress.class).stream()
                .collect(Collectors.groupingBy(
                        Progress::topic, Collectors.toMap(Progress::partition, Progress::nextOffset)));
        for (String topic :
                List.of(evidence.settings().topic(), evidence.settings().historyTopic())) {
            try (TopicLog log = new TopicLog(evidence.settings().kafka(), topic)) {
                for (Map.Entry<Integer, Long> end : log.recordEnds().entrySet()) {
                    behind +=
                            end.getValue() - next.getOrDefault(topic, Map.of()).getOrDefault(end.getKey(), 0L);
                }
            }
        }
        if (behind == 0) {
            findings.ok("Version %s answers, and has counted everything in both topics.", version);
        } else {
            findings.missing(
                    "Version " + version + " answers, and has not counted " + Plural.of(behind, "record") + " yet.",
                    "They came after its last run.",
                    evidence.command("kappa run --version " + version + " --until-caught-up"));
        }
    }

    private static void totals(Evidence evidence, String version, StepFindings findings) {
        Comparison comparison = Comparison.run(evidence.settings());
        String wrong = comparison.rows().stream()
                .flatMap(row -> row.reasons().stream()
                        .filter(reason -> reason.startsWith(UNEXPLAINED))
                        .map(reason -> row.customer() + " " + reason.substring(UNEXPLAINED.length())))
                .limit(3)
                .collect(Collectors.joining(", "));
        if (wrong.isEmpty()) {
            findings.ok(
                    "Its totals of %s are those of the recount by its rule, to the cent.",
                    Plural.of(comparison.rows().size(), "customer"));
        } else {
            findings.wrong(
                    "The totals of version " + version + " are not those of the recount by its rule: " + wrong + ".",
                    "Somebody has written into its table beside the job.",
                    evidence.command("step 12") + ", then the commands of the step");
        }
    }

    private static void rules(Evidence evidence, List<KappaVersion> versions, StepFindings findings) {
        String all =
                versions.stream().map(one -> one.version() + ": " + one.rule()).collect(Collectors.joining(", "));
        if (versions.stream().map(KappaVersion::rule).distinct().count() > 1) {
            findings.ok("There are versions with different rules: %s.", all);
        } else {
            findings.missing(
                    versions.isEmpty() ? "There is no version yet." : "All versions have one rule: " + all + ".",
                    "A changed rule is a second version of the job; none was run yet, or it was dropped.",
                    evidence.command("kappa run --version v2 --rule no-refunds --until-caught-up"));
        }
    }
}
