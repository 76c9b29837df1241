package workshop.lab.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import workshop.lab.classroom.Grade.Mark;
import workshop.lab.text.Rows;
import workshop.transactions.Total;

/** Files that are graded, made without services. */
class GradingTest {
    private static final Rows NONE = new Rows(List.of(), List.of());

    @TempDir
    private Path folder;

    private static Map<String, Total> known(String student, ClassStage stage) {
        return new TreeMap<>(
                ExpectedResults.of(new StudentName(student).dataset()).at(stage).totals());
    }

    private static String result(String student, Map<String, Total> totals) {
        List<List<Object>> rows = new ArrayList<>();
        totals.forEach((customer, total) -> rows.add(List.of(customer, total.amount(), total.transactions())));
        Rows merged = new Rows(List.of("customer", "total", "transactions"), rows);
        return new Result("second batch", merged, NONE, NONE, List.of()).json(new StudentName(student), Instant.EPOCH);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Grade only() throws IOException {
        List<Grade> grades = Grading.of(folder);
        assertThat(grades).hasSize(1);
        return grades.get(0);
    }

    @ParameterizedTest
    @EnumSource
    void totals_of_a_stage_are_right_whatever_stage_the_file_says(ClassStage stage) throws IOException {
        write("deep/er/lina.json", result("Lina", known("Lina", stage)));

        assertThat(only()).isEqualTo(new Grade("deep/er/lina.json", "Lina", Mark.RIGHT, stage, 0, ""));
    }

    @Test
    void one_cent_is_wrong_and_said_by_how_much() throws IOException {
        Map<String, Total> totals = known("Lina", ClassStage.STREAM);
        totals.merge("Omar", new Total(new BigDecimal("0.01"), 0), Total::plus);
        totals.merge("Sara", new Total(new BigDecimal("0.00"), 1), Total::plus);
        write("lina.json", result("Lina", totals));

        assertThat(only().mark()).isEqualTo(Mark.WRONG);
        assertThat(only().differing()).isEqualTo(2);
        assertThat(only().remark())
                .isEqualTo("nearest to the stream: Omar 43770.86 instead of 43770.85 (+0.01);"
                        + " Sara 672 transactions instead of 671");
    }

    @Test
    void customers_that_are_missing_or_invented_are_named() throws IOException {
        Map<String, Total> totals = known("Lina", ClassStage.FIRST_BATCH);
        totals.put("Zed", totals.remove("Ali"));
        write("lina.json", result("Lina", totals));

        assertThat(only().remark())
                .isEqualTo("nearest to the first batch: Ali missing instead of 78152.00;"
                        + " Zed 78152.00, who is no customer");
    }

    @Test
    void who_left_out_the_history_option_is_told_whose_totals_these_are() throws IOException {
        write("lina.json", result("Lina", known("workshop", ClassStage.FIRST_BATCH)));

        assertThat(only().mark()).isEqualTo(Mark.WRONG);
        assertThat(only().remark())
                .isEqualTo("the totals of the workshop's own files in datasets/, after the first batch");
    }

    @Test
    void totals_of_another_student_are_copied_and_both_files_named() throws IOException {
        write("lina.json", result("Lina", known("Lina", ClassStage.SECOND_BATCH)));
        write("max.json", result("Max", known("Lina", ClassStage.SECOND_BATCH)));

        List<Grade> grades = Grading.of(folder);

        assertThat(grades).extracting(Grade::mark).containsExactly(Mark.RIGHT, Mark.COPIED);
        assertThat(grades)
                .extracting(Grade::remark)
                .containsExactly(
                        "the same totals as max.json",
                        "the totals of Lina after the second batch; the same totals as lina.json");
    }

    @Test
    void the_same_wrong_totals_of_two_students_are_named() throws IOException {
        Map<String, Total> wrong = known("Lina", ClassStage.SECOND_BATCH);
        wrong.remove("Ali");
        write("lina.json", result("Lina", wrong));
        write("max.json", result("Max", wrong));

        assertThat(Grading.of(folder)).extracting(Grade::mark).containsOnly(Mark.WRONG);
        assertThat(Grading.of(folder).get(0).remark()).endsWith("; the same totals as max.json");
        assertThat(Grading.of(folder).get(1).remark()).endsWith("; the same totals as lina.json");
    }

    @Test
    void amounts_may_be_texts_and_unknown_fields_say_nothing() throws IOException {
        write(
                "lina.json",
                result("Lina", known("Lina", ClassStage.FIRST_BATCH))
                        .replaceAll("\"total\" : ([0-9.]+)", "\"total\" : \"$1\", \"grade\" : \"right\"")
                        .replaceFirst("\\{", "{\"answers\" : {\"Ali\" : 1},"));

        assertThat(only().mark()).isEqualTo(Mark.RIGHT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | is empty",
                "It went well. | is not one JSON object: broken at line 1",
                "[] | has no student",
                "{\"student\": \"Lina\"} | has no totals",
                "{\"student\": 7, \"totals\": []} | has no student",
                "{\"student\": \"../x\", \"totals\": []} | has no name of a student: It begins with a letter or a digit.",
                "{\"student\": \"Lina\", \"totals\": []} {} | is not one JSON object: broken at line 1",
                "{\"student\": \"Lina\", \"student\": \"Max\", \"totals\": []} | is not one JSON object: broken at line 1",
                "{\"student\": \"Lina\", \"totals\": [{\"total\": 1}]} | has a total without a customer",
                "{\"student\": \"Lina\", \"totals\": [{\"customer\": \"Ali\", \"total\": 1.00}]} | has no number of transactions of Ali",
                "{\"student\": \"Lina\", \"totals\": [{\"customer\": \"Ali\", \"total\": 1e999999999, \"transactions\": 1}]} | has no total of Ali with at most 2 decimals",
                "{\"student\": \"Lina\", \"totals\": [{\"customer\": \"Ali\", \"total\": 1.005, \"transactions\": 1}]} | has no total of Ali with at most 2 decimals",
                "{\"student\": \"Lina\", \"totals\": [{\"customer\": \"Ali\", \"total\": NaN, \"transactions\": 1}]} | is not one JSON object: broken at line 1",
            })
    void a_file_that_is_no_result_is_named_with_the_reason(String text, String flaw) throws IOException {
        write("file.json", text);

        assertThat(only()).isEqualTo(new Grade("file.json", null, Mark.UNREADABLE, null, 0, "the file " + flaw));
    }

    @Test
    void links_are_not_followed_and_hidden_files_left_out() throws IOException {
        write(".DS_Store", "x");
        write("__MACOSX/lina.json", "x");
        write("lina.json", result("Lina", known("Lina", ClassStage.FIRST_BATCH)));
        Files.createSymbolicLink(folder.resolve("max.json"), folder.resolve("lina.json"));

        assertThat(Grading.of(folder)).extracting(Grade::mark).containsExactly(Mark.RIGHT, Mark.UNREADABLE);
    }
}
