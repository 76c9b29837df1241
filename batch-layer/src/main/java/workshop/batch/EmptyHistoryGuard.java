package workshop.batch;

import java.util.List;
import java.util.stream.Collectors;
import workshop.batch.view.BatchCounts;
import workshop.settings.Advice;
import workshop.settings.WorkshopException;

/**
 * Whether there is anything to publish. A history of which no record keeps the contract is a mistake as a rule: a CSV file,
 * an empty one. Its publication would take all that the last history held out of the totals.
 */
final class EmptyHistoryGuard {
    private static final int SHOWN = 3;

    private final List<HadoopFile> files;
    private final BatchCounts counts;
    private final List<UnusableFile> unusable;

    EmptyHistoryGuard(HistoryFiles history, BatchCounts counts) {
        this.files = history.files();
        this.counts = counts;
        this.unusable = UnusableFile.among(files, counts);
    }

    /** @throws WorkshopException if the history that was named, or if none was the log, holds no transaction */
    void require(int epoch) {
        if (files.isEmpty() && counts.accepted() == 0) {
            throw refused(
                    epoch,
                    "there is no transaction.",
                    "No history file was named, and no record of the log up to this epoch keeps the contract.",
                    Advice.of("name a history file, or send transactions and run it again"));
        }
        if (!files.isEmpty() && unusable.size() == files.size()) {
            throw refused(
                    epoch,
                    "the history holds no transaction.",
                    unusable.stream().limit(SHOWN).map(UnusableFile::words).collect(Collectors.joining("; ")) + ".",
                    unusable.get(0).cure());
        }
    }

    private static WorkshopException refused(int epoch, String what, String why, Advice next) {
        return WorkshopException.failed(
                "Nothing was published: " + what,
                why + " The totals stay as they are, and the next batch takes up epoch " + epoch + ".",
                Advice.of(next, "; to publish all the same, the same command with --yes"));
    }

    /** A sentence for each file that gave nothing, for the report of a run. */
    List<Advice> warnings() {
        return unusable.stream()
                .map(file -> Advice.of(file.words() + ". Next: ", file.cure()))
                .toList();
    }
}
