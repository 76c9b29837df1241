package workshop.lab.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** The comparison as a page of Markdown. */
public record ComparisonReport(Measured measured, String command) {
    public static final String FILE = "comparison.md";

    /** @param command that was typed, to do it again */
    public ComparisonReport {}

    /** Writes {@value #FILE} into a folder that is there. */
    public Path write(Path folder) throws IOException {
        return Files.writeString(folder.resolve(FILE), text());
    }

    public List<ComparisonRow> rows() {
        return ComparisonRows.of(measured);
    }

    String text() {
        Plan plan = measured.plan();
        MachineInfo machine = measured.machine();
        StringBuilder text = new StringBuilder();
        text.append("# Lambda and Kappa, measured\n\n");
        text.append(String.format(
                Locale.ROOT,
                "%s, %d cores, %.0f GB of memory, %s, %s. %sOne run, one machine: ratios travel, numbers do not.%n%n",
                measured.at().atZone(ZoneOffset.UTC).toLocalDate(),
                machine.cores(),
                machine.memoryBytes() / 1e9,
                machine.system(),
                machine.java(),
                load(machine)));
        text.append("```\n").append(command).append("\n```\n\n");
        text.append(String.format(
                Locale.ROOT,
                "The input of both: a history of %,d records (%.0f %% of them duplicates, %,d customers), %,d events that"
                        + " wait in the log, then a stream. Fresh services for each, one after the other; every job a"
                        + " process of its own, as `./workshop` starts it.%n%n",
                plan.history(),
                Plan.DUPLICATES_PERCENT,
                Plan.CUSTOMERS,
                plan.waiting()));
        text.append("| what | Lambda | Kappa | unit, and how |\n|---|---:|---:|---|\n");
        for (ComparisonRow row : rows()) {
            text.append(String.format("| %s | %s | %s | %s |%n", row.what(), row.lambda(), row.kappa(), row.how()));
        }
        return text.toString();
    }

    /** What else ran takes its part of every number. */
    private static String load(MachineInfo machine) {
        return machine.load() < 0
                ? ""
                : String.format(Locale.ROOT, "Load average in the minute before: %.1f. ", machine.load());
    }
}
