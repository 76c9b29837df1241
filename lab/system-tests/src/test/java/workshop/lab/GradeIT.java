package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.batch.BatchReport;
import workshop.lab.Workbench.Outcome;
import workshop.lab.classroom.ClassStage;
import workshop.lab.classroom.ExpectedResult;
import workshop.lab.classroom.ExpectedResults;
import workshop.lab.classroom.StudentName;
import workshop.lab.verify.Verification;
import workshop.speed.SpeedLayer;
import workshop.speed.SpeedTrigger;

/** A class of two: what they compute is what their names lead to, and what they hand in is graded. */
class GradeIT {
    @TempDir
    private Path handedIn;

    @TempDir
    private Path students;

    @Test
    void two_students_go_through_the_class_and_their_results_are_graded() throws Exception {
        goThroughTheClass("Lina");
        goThroughTheClass("Hugo Martin");
        String linasStream = Files.readString(handedIn.resolve("Lina/2.json"));
        write("Max/copied.json", linasStream.replace("\"student\" : \"Lina\"", "\"student\" : \"Max\""));
        write("Zoe/same-file.json", linasStream);
        write("Hugo Martin/edited.json", edited(Files.readString(handedIn.resolve("Hugo Martin/3.json"))));

        assertThat(grade().exitCode()).as("each can be graded, so all is well").isZero();
        write("Hugo Martin/notes.txt", "It went well.");
        Outcome outcome = grade();

        assertThat(outcome.exitCode()).isEqualTo(1);
        Map<String, String> grades = new TreeMap<>();
        Map<String, String> remarks = new TreeMap<>();
        for (JsonNode row : new ObjectMapper().readTree(outcome.out())) {
            String file = row.get("file").asText();
            grades.put(file, row.get("grade").asText() + ", " + row.get("stage").asText());
            remarks.put(file, row.get("remark").asText());
        }
        assertThat(grades)
                .isEqualTo(new TreeMap<>(Map.of(
                        "Lina/1.json", "right, first batch",
                        "Lina/2.json", "right, stream",
                        "Lina/3.json", "right, second batch",
                        "Hugo Martin/1.json", "right, first batch",
                        "Hugo Martin/2.json", "right, stream",
                        "Hugo Martin/3.json", "right, second batch",
                        "Max/copied.json", "copied, null",
                        "Zoe/same-file.json", "right, stream",
                        "Hugo Martin/edited.json", "wrong, null",
                        "Hugo Martin/notes.txt", "unreadable, null")));
        assertThat(remarks.get("Max/copied.json")).startsWith("the totals of Lina after the stream");
        assertThat(remarks.get("Zoe/same-file.json")).contains("the same content as Lina/2.json");
        assertThat(remarks.get("Lina/2.json")).contains("same-file.json", "the same totals as Max/copied.json");
        assertThat(remarks.get("Hugo Martin/edited.json"))
                .matches("nearest to the second batch: Ali 1\\.00 instead of [0-9.]+ \\(-[0-9.]+\\)");
        assertThat(remarks.get("Hugo Martin/3.json")).isEmpty();
    }

    /** On services of the student's own; hands in a result at each stage. */
    private void goThroughTheClass(String name) throws Exception {
        ExpectedResults answers = ExpectedResults.of(new StudentName(name).dataset());
        assertThat(Workbench.run(List.of("dataset", "--seed", name, "--out", students.toString()))
                        .exitCode())
                .isZero();
        String history = students.resolve(name).resolve("history.json").toString();
        Path events = students.resolve(name).resolve("events.json");
        try (Workbench bench = Workbench.start()) {
            assertThat(bench.cli("result", "--seed", name).err()).contains("There is no result to hand in yet.");

            BatchReport first = bench.batch(history);
            agrees(bench, answers.at(ClassStage.FIRST_BATCH));
            countsAre(first, answers.at(ClassStage.FIRST_BATCH));
            handIn(bench, name, "1.json", "first batch");
            String nobodys = students.resolve("nobody.json").toString();
            assertThat(bench.cli("result", "--seed", "Nobody", "--out", nobodys).err())
                    .contains(
                            "warning: The last batch did not read the history of Nobody, so these totals will be found wrong.");

            bench.produce(Files.readAllLines(events).toArray(String[]::new));
            try (SpeedLayer speed =
                    SpeedLayer.start(Workbench.SPARK, bench.settings(), SpeedTrigger.parse("real-time"))) {
                speed.awaitCaughtUp();
            }
            Verification stream = agrees(bench, answers.at(ClassStage.STREAM));
            assertThat(stream.rejected())
                    .isEqualTo(answers.at(ClassStage.STREAM).rejected());
            assertThat(stream.duplicates())
                    .isEqualTo(answers.at(ClassStage.STREAM).duplicates());
            handIn(bench, name, "2.json", "stream");

            BatchReport second = bench.batch(history);
            agrees(bench, answers.at(ClassStage.SECOND_BATCH));
            countsAre(second, answers.at(ClassStage.SECOND_BATCH));
            handIn(bench, name, "3.json", "second batch");
        }
    }

    /** The view, the recount of what really ran, and what was known before. */
    private static Verification agrees(Workbench bench, ExpectedResult known) {
        Verification found = bench.verify();
        assertThat(found.agrees()).isTrue();
        assertThat(found.records()).isEqualTo(known.read());
        Map<String, String> totals = new TreeMap<>();
        known.totals()
                .forEach((customer, total) ->
                        totals.put(customer, total.amount().toPlainString() + " in " + total.transactions()));
        assertThat(bench.ask("select string_agg(customer || '=' || total || ' in ' || transactions, ', '"
                        + " order by customer) from customer_totals"))
                .isEqualTo(totals.toString().replaceAll("[{}]", ""));
        return found;
    }

    private static void countsAre(BatchReport report, ExpectedResult known) {
        assertThat(List.of(
                        report.counts().read(),
                        report.counts().accepted(),
                        report.counts().duplicates(),
                        report.counts().rejected()))
                .containsExactly(known.read(), known.accepted(), known.duplicates(), known.rejected());
    }

    private void handIn(Workbench bench, String name, String file, String stage) throws IOException {
        Path result = Files.createDirectories(handedIn.resolve(name)).resolve(file);
        Outcome outcome = bench.cli("result", "--seed", name, "--out", result.toString());
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("12 customers, stage: " + stage);
    }

    private Outcome grade() {
        return Workbench.run(List.of("grade", handedIn.toString(), "--format", "json"));
    }

    private void write(String file, String text) throws IOException {
        Path path = handedIn.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** Ali, the first of the totals, gets another. */
    private static String edited(String result) {
        return result.replaceFirst("\"total\" : [0-9.]+", "\"total\" : 1.00");
    }
}
