package workshop.lab.commands;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import workshop.batch.BatchReport;
import workshop.batch.Stage;
import workshop.transactions.spark.Counts;

/** A batch report as a student reads it. */
final class BatchText {
    private BatchText() {}

    static String of(BatchReport report) {
        Counts counts = report.counts();
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "Epoch %d is published%s: totals of %,d customers.%n",
                report.epoch(),
                report.resumed() ? ", taken up from a run that had not finished" : "",
                report.customers()));
        text.append(String.format(
                Locale.ROOT,
                "  read %,d = accepted %,d + duplicates %,d + rejected %,d%n",
                counts.read(),
                counts.accepted(),
                counts.duplicates(),
                counts.rejected()));
        text.append(String.format(
                Locale.ROOT, "  of these, %,d records of the log are new in this epoch%n", report.archived()));
        if (counts.conflicting() > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %,d of the duplicates say something else under the same id: ./workshop query --view duplicates%n",
                    counts.conflicting()));
        }
        if (counts.rejected() > 0) {
            text.append("  the rejected ones, with reason and place: ./workshop query --view rejected\n");
        }
        String stages = report.took().entrySet().stream()
                .map(stage -> name(stage.getKey()) + " " + seconds(stage.getValue()))
                .collect(Collectors.joining(", "));
        return text.append("  ").append(stages).append('\n').toString();
    }

    private static String name(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
