package workshop.lab.classroom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import workshop.lab.text.Format;
import workshop.lab.text.Rows;
import workshop.transactions.Total;

/** The known totals, for a teacher to read. */
public final class AnswerSheet {
    private AnswerSheet() {}

    public static String of(ExpectedResults answers, Format format) {
        return format == Format.TABLE
                ? Format.TABLE.write(totals(answers)) + "\n" + Format.TABLE.write(counts(answers))
                : format.write(list(answers));
    }

    /** A row a customer, the stages side by side. */
    private static Rows totals(ExpectedResults answers) {
        List<String> columns = new ArrayList<>(List.of("customer"));
        for (ClassStage stage : ClassStage.values()) {
            columns.addAll(List.of(stage.toString(), "transactions"));
        }
        List<List<Object>> rows = new ArrayList<>();
        for (String customer : answers.at(ClassStage.SECOND_BATCH).totals().keySet()) {
            List<Object> row = new ArrayList<>(List.of(customer));
            for (ClassStage stage : ClassStage.values()) {
                addTo(row, answers.at(stage).totals().getOrDefault(customer, Total.ZERO));
            }
            rows.add(row);
        }
        List<Object> all = new ArrayList<>(List.of("all"));
        for (ClassStage stage : ClassStage.values()) {
            addTo(all, answers.at(stage).sum());
        }
        rows.add(all);
        return new Rows(columns, rows);
    }

    private static void addTo(List<Object> row, Total total) {
        row.add(total.amount());
        row.add(total.transactions());
    }

    private static Rows counts(ExpectedResults answers) {
        List<List<Object>> rows = new ArrayList<>();
        answers.byStage()
                .forEach((stage, answer) -> rows.add(List.of(
                        "after the " + stage,
                        answer.read(),
                        answer.accepted(),
                        answer.duplicates(),
                        answer.rejected())));
        return new Rows(List.of("counts", "read", "accepted", "duplicates", "rejected"), rows);
    }

    /** For programs: a row for each stage and customer, with the counts of the stage. */
    private static Rows list(ExpectedResults answers) {
        List<List<Object>> rows = new ArrayList<>();
        answers.byStage().forEach((stage, answer) -> answer.totals()
                .forEach((customer, total) -> rows.add(Arrays.asList(
                        stage,
                        customer,
                        total.amount(),
                        total.transactions(),
                        answer.read(),
                        answer.accepted(),
                        answer.duplicates(),
                        answer.rejected()))));
        return new Rows(
                List.of("stage", "customer", "total", "transactions", "read", "accepted", "duplicates", "rejected"),
                rows);
    }
}
