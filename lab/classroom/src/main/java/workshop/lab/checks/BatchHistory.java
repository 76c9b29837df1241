package workshop.lab.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import workshop.transactions.Rule;

/**
 * The history files that the last batch read. The guide's totals are those of the workshop's own file; whoever goes through it
 * with a dataset of one's own has that one's history, with its events beside it.
 *
 * @param files as the batch has noted them
 */
record BatchHistory(Evidence evidence, List<Path> files) {
    private static final String OWN = "datasets/transactions.json";
    private static final String OF_A_STUDENT = "history.json";

    static BatchHistory of(Evidence evidence) {
        return new BatchHistory(
                evidence,
                evidence.history().stream().map(file -> Path.of(file.path())).toList());
    }

    /** Reports it if the last batch read another history than a step builds upon. Returns whether it read the right one. */
    boolean isOfTheGuide(StepFindings findings) {
        if (evidence.cuts().published() == 0) {
            findings.missing(
                    "No batch has published yet.",
                    "None was run, or it was stopped before its end; the next one takes it up.",
                    evidence.command("batch"));
            return false;
        }
        if (files.size() == 1 && isOfTheGuide(files.get(0))) {
            return true;
        }
        String own = evidence.place().shown(own());
        String read = files.stream().map(evidence.place()::shown).collect(Collectors.joining(" and "));
        findings.wrong(
                read.isEmpty()
                        ? "The last batch read no history file; this step needs " + own + "."
                        : "The last batch read " + read + ", not " + own + (files.size() > 1 ? " alone." : "."),
                "It was told so, by --history or by the arguments of spark-submit; the totals of this step are those of "
                        + own + ".",
                evidence.command("batch --replace-history" + rule()));
        return false;
    }

    /** A file as an argument behind a word or an option; nothing if it is the one that is read without being named. */
    String argument(String word, Path file) {
        return file.equals(own()) ? "" : word + " " + evidence.place().shown(file);
    }

    /** Whether both are the same, or hold the same; a file that is not there holds nothing. */
    static boolean isSame(Path one, Path other) {
        try {
            return one.equals(other) || Files.mismatch(one, other) == -1;
        } catch (IOException gone) {
            return false;
        }
    }

    private boolean isOfTheGuide(Path file) {
        return isSame(file, own())
                || (file.endsWith(OF_A_STUDENT) && Files.isRegularFile(file.resolveSibling(EventsFile.NAME)));
    }

    private Path own() {
        return evidence.place().root().resolve(OWN);
    }

    /** What keeps the rule of the last batch. */
    private String rule() {
        Rule rule = evidence.rule(evidence.cuts().published());
        return rule == Rule.ALL ? "" : " --rule " + rule;
    }
}
