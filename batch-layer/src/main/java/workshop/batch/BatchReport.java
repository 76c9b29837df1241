package workshop.batch;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import workshop.batch.view.BatchCounts;
import workshop.settings.Plural;
import workshop.settings.Printable;
import workshop.transactions.Rule;
import workshop.transactions.Total;

/**
 * What a batch run did.
 *
 * @param epoch the last epoch that it published
 * @param archived how many records of the log it holds, together with those of {@code resumed}
 * @param counts of the whole master dataset
 * @param customers how many have a total
 * @param rule which transactions count
 * @param sum of all customers' totals
 * @param history a line for each file: how it stands to the last publication
 * @param warnings of history files that gave nothing, a sentence each
 * @param resumed the epochs that runs before it had declared and not published, published now
 */
public record BatchReport(
        int epoch,
        long archived,
        BatchCounts counts,
        long customers,
        Rule rule,
        Total sum,
        List<String> history,
        List<String> warnings,
        List<Integer> resumed,
        Map<Stage, Duration> took) {
    /** The report as a student reads it: a few lines. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT, "Epoch %d is published: totals of %s.%n", epoch(), Plural.of(customers(), "customer")));
        if (!resumed().isEmpty()) {
            text.append(String.format(
                    "  taken up from a run that had not finished: epoch %s%n",
                    resumed().stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
        text.append(String.format(
                Locale.ROOT,
                "  read %,d = accepted %,d + duplicates %,d + rejected %,d%n",
                counts.read(),
                counts.accepted(),
                counts.duplicates(),
                counts.rejected()));
        text.append(String.format(
                Locale.ROOT,
                "  of these, %s new in %s%n",
                Plural.of(archived(), "record of the log is", "records of the log are"),
                resumed().stream().allMatch(last -> last == epoch()) ? "this epoch" : "these epochs"));
        if (rule() != Rule.ALL) {
            text.append(String.format(
                    Locale.ROOT,
                    "  by the rule %s, %s not count: %s%n",
                    rule(),
                    Plural.of(sum.leftOutTransactions(), "of the accepted does", "of the accepted do"),
                    sum.leftOut().toPlainString()));
        }
        if (counts.conflicting() > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %s something else under the same id: ./workshop query --view duplicates%n",
                    Plural.of(counts.conflicting(), "of the duplicates says", "of the duplicates say")));
        }
        if (counts.rejected() > 0) {
            text.append("  the rejected ones, with reason and place: ./workshop query --view rejected\n");
        }
        history().forEach(file -> text.append("  history: ").append(file).append('\n'));
        warnings().forEach(warning -> text.append("  warning: ").append(warning).append('\n'));
        String stages = took().entrySet().stream()
                .map(stage -> name(stage.getKey()) + " " + seconds(stage.getValue()))
                .collect(Collectors.joining(", "));
        return Printable.lines(
                text.append("  ").append(stages).append('\n').toString()); // the names of files may hold anything
    }

    private static String name(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
