package workshop.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import workshop.batch.view.BatchCounts;
import workshop.settings.Advice;
import workshop.settings.Command;
import workshop.settings.Plural;
import workshop.settings.Printable;
import workshop.settings.Runner;
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
        List<Advice> warnings,
        List<Integer> resumed,
        Map<Stage, Duration> took) {
    /** The report as a student reads it: a few lines. */
    public String text(Runner runner) {
        return text(lines().map(line -> line.typed(runner)));
    }

    /** The same without the lines that name a command: for whoever has no place to type it. */
    public String textWithoutCommands() {
        return text(lines().filter(line -> !line.namesCommand()).map(Advice::toString));
    }

    private static String text(Stream<String> lines) {
        // The names of files may hold anything.
        return Printable.lines(lines.map(line -> line + "\n").collect(Collectors.joining()));
    }

    private Stream<Advice> lines() {
        List<Advice> lines = new ArrayList<>();
        lines.add(line("Epoch %d is published: totals of %s.", epoch(), Plural.of(customers(), "customer")));
        if (!resumed().isEmpty()) {
            String epochs = resumed().stream().map(String::valueOf).collect(Collectors.joining(", "));
            lines.add(line("  taken up from a run that had not finished: epoch %s", epochs));
        }
        addCounts(lines);
        history().forEach(file -> lines.add(Advice.of("  history: ", file)));
        warnings().forEach(warning -> lines.add(Advice.of("  warning: ", warning)));
        String stages = took().entrySet().stream()
                .map(stage -> name(stage.getKey()) + " " + seconds(stage.getValue()))
                .collect(Collectors.joining(", "));
        lines.add(line("  %s", stages));
        return lines.stream();
    }

    private void addCounts(List<Advice> lines) {
        lines.add(line(
                "  read %,d = accepted %,d + duplicates %,d + rejected %,d",
                counts.read(), counts.accepted(), counts.duplicates(), counts.rejected()));
        lines.add(line(
                "  of these, %s new in %s",
                Plural.of(archived(), "record of the log is", "records of the log are"),
                resumed().stream().allMatch(last -> last == epoch()) ? "this epoch" : "these epochs"));
        if (rule() != Rule.ALL) {
            lines.add(line(
                    "  by the rule %s, %s not count: %s",
                    rule(),
                    Plural.of(sum.leftOutTransactions(), "of the accepted does", "of the accepted do"),
                    sum.leftOut().toPlainString()));
        }
        if (counts.conflicting() > 0) {
            String some = Plural.of(counts.conflicting(), "of the duplicates says", "of the duplicates say");
            lines.add(Advice.of(
                    "  " + some + " something else under the same id: ", Command.QUERY.with("--view duplicates")));
        }
        if (counts.rejected() > 0) {
            lines.add(Advice.of("  the rejected ones, with reason and place: ", Command.QUERY.with("--view rejected")));
        }
    }

    private static Advice line(String format, Object... values) {
        return Advice.of(String.format(Locale.ROOT, format, values));
    }

    private static String name(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
