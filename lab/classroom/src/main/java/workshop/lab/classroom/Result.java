package workshop.lab.classroom;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import workshop.handoff.Sql;
import workshop.lab.text.JsonRows;
import workshop.lab.text.JsonText;
import workshop.lab.text.Rows;
import workshop.lab.verify.Facts;
import workshop.settings.Settings;

/**
 * What a student hands in: what the serving layer says at one instant, read by the role reader in one transaction.
 *
 * @param stage that is reached, as the coverage tells; null before the first batch
 * @param totals the merged view
 * @param batches what each batch read and accepted
 * @param history the sizes of the files that the last batch read, in bytes
 */
public record Result(String stage, Rows totals, Rows coverage, Rows batches, List<Length> history) {
    private static final String STAGE = Sql.load(Result.class, "select-stage.sql");
    private static final String TOTALS = Sql.load(Result.class, "select-totals.sql");
    private static final String COVERAGE = Sql.load(Result.class, "select-coverage.sql");
    private static final String BATCHES = Sql.load(Result.class, "select-batches.sql");
    private static final String HISTORY = Sql.load(Result.class, "select-history-bytes.sql");

    /** Of a history file. */
    record Length(long bytes) {}

    private record Stage(String stage) {}

    public static Result take(Settings settings) {
        return Facts.atOneInstant(
                settings,
                facts -> new Result(
                        facts.all(STAGE, Stage.class).get(0).stage(),
                        facts.table(TOTALS),
                        facts.table(COVERAGE),
                        facts.table(BATCHES),
                        facts.all(HISTORY, Length.class)));
    }

    /** Whether a file of the last batch is as long as the student's history: else it was another's. */
    public boolean isOf(StudentName student) {
        long bytes = student.dataset().history().stream()
                .mapToLong(line -> line.getBytes(StandardCharsets.UTF_8).length + 1)
                .sum();
        return history.stream().anyMatch(file -> file.bytes() == bytes);
    }

    /** The file's text. Amounts are JSON numbers with two decimals: whoever reads them must not do so by way of a double. */
    public String json(StudentName student, Instant takenAt) {
        return JsonText.written(json -> {
            json.writeStartObject();
            json.writeStringField("student", student.text());
            json.writeStringField("taken_at", takenAt.toString());
            json.writeStringField("stage", stage);
            json.writeFieldName("totals");
            JsonRows.write(json, totals);
            json.writeFieldName("coverage");
            JsonRows.write(json, coverage);
            json.writeFieldName("batch_report");
            JsonRows.write(json, batches);
            json.writeEndObject();
        });
    }
}
