package workshop.lab.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workshop.lab.classroom.Grade;
import workshop.lab.classroom.Grade.Mark;
import workshop.lab.classroom.Grading;
import workshop.lab.text.Format;
import workshop.lab.text.Rows;
import workshop.settings.Plural;

@Command(
        name = "grade",
        header = "Check the results that students handed in, to the cent.",
        description = {
            "Makes the dataset of each student again from the name in the file, counts its totals without Spark, and says of"
                    + " which stage the result is: first batch, stream or second batch; else what differs. Totals of another"
                    + " student are called copied, and files that are alike are named. Needs no services.",
            "All files of the folder are read, at any depth; hidden ones are left out and links are not followed. Exit code 1"
                    + " where a file is no result; a wrong result is a grade, not an error."
        })
final class GradeCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Parameters(paramLabel = "DIR", description = "A folder of files that ./workshop result wrote.")
    private Path folder;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, csv or json. Default: ${DEFAULT-VALUE}.")
    private Format format;

    @Override
    public Integer call() throws IOException {
        List<Grade> grades = Grading.of(folder);
        System.out.print(format.write(rows(grades)));
        if (format == Format.TABLE) {
            System.out.println(summary(grades));
        }
        return count(grades, Mark.UNREADABLE) == 0 ? 0 : 1;
    }

    private static Rows rows(List<Grade> grades) {
        List<List<Object>> rows = new ArrayList<>();
        for (Grade grade : grades) {
            boolean isGraded = grade.mark() != Mark.UNREADABLE;
            rows.add(Arrays.asList(
                    grade.file(),
                    grade.student(),
                    grade.mark(),
                    grade.stage(),
                    isGraded ? grade.differing() : null,
                    grade.remark()));
        }
        return new Rows(List.of("file", "student", "grade", "stage", "differing", "remark"), rows);
    }

    private static String summary(List<Grade> grades) {
        StringBuilder text = new StringBuilder();
        text.append(Plural.of(grades.size(), "file"));
        String separator = ": ";
        for (Mark mark : Mark.values()) {
            text.append(String.format(Locale.ROOT, "%s%d %s", separator, count(grades, mark), mark));
            separator = ", ";
        }
        return text.append('.').toString();
    }

    private static long count(List<Grade> grades, Mark mark) {
        return grades.stream().filter(grade -> grade.mark() == mark).count();
    }
}
