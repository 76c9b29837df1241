package workshop.batch;

import static java.util.Objects.requireNonNull;

import java.util.List;
import workshop.transactions.Rule;

/**
 * What a run of the batch layer is told.
 *
 * @param historyFiles none to go on with those of the last publication
 * @param rule which transactions count, in all of the history and of the archived log
 * @param insist publishes also if the history holds no transaction at all
 * @param replaceHistory publishes also if files that the last publication was made of are gone or hold something else
 */
public record BatchOptions(List<String> historyFiles, Rule rule, boolean insist, boolean replaceHistory) {
    public BatchOptions {
        historyFiles = List.copyOf(historyFiles);
        requireNonNull(rule, "rule is null");
    }

    /** Insists on nothing. */
    public static BatchOptions of(List<String> historyFiles, Rule rule) {
        return new BatchOptions(historyFiles, rule, false, false);
    }

    /** The same, but publishes also if the history holds no transaction at all. */
    public BatchOptions insisting() {
        return new BatchOptions(historyFiles, rule, true, replaceHistory);
    }

    /** The same, but publishes also without what the last publication was made of. */
    public BatchOptions replacingHistory() {
        return new BatchOptions(historyFiles, rule, insist, true);
    }
}
