package workshop.lab.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workshop.lab.classroom.AnswerSheet;
import workshop.lab.classroom.ExpectedResults;
import workshop.lab.classroom.StudentName;
import workshop.lab.text.Format;
import workshop.producer.datasets.WorkshopDataset;
import workshop.settings.ShellWord;
import workshop.settings.WorkshopException;

@Command(
        name = "dataset",
        header = "Write a dataset of a student's own, or print its known totals.",
        description = {
            "The same name gives the same files, on every machine: a teacher can make them again. They have the flaws that"
                    + " the files in datasets/ have, on other lines, and other totals.",
            "Writes DIR/NAME/history.json, which batch --history reads, and DIR/NAME/events.json, which produce --file sends."
                    + " With --answers nothing is written; the totals after the first batch, after the stream and after the"
                    + " second batch are printed, counted without Spark."
        })
final class DatasetCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(
            names = "--seed",
            paramLabel = "NAME",
            required = true,
            description = "The student's name or number. Capital letters matter.")
    private String seed;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the folder NAME goes. Default: students")
    private Path out;

    @Option(names = "--answers", description = "For the teacher: print the known totals instead.")
    private boolean answers;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "With --answers: table, csv or json. Default: table.")
    private Format format;

    @Override
    public Integer call() {
        StudentName student = new StudentName(seed);
        if (answers && out != null) {
            throw WorkshopException.usage(
                    "--answers and --out cannot be given together.",
                    "The answers are printed, and no file is written: none that a student could find.",
                    "./workshop dataset --seed " + ShellWord.of(student.text()) + " --answers");
        }
        if (!answers && format != null) {
            throw WorkshopException.usage(
                    "--format needs --answers.",
                    "The files are JSON Lines, always.",
                    "./workshop dataset --seed " + ShellWord.of(student.text()) + " --answers --format csv");
        }
        WorkshopDataset dataset = student.dataset();
        System.out.print(
                answers
                        ? AnswerSheet.of(ExpectedResults.of(dataset), format == null ? Format.TABLE : format)
                        : written(dataset, (out == null ? Path.of("students") : out).resolve(student.fileName())));
        return 0;
    }

    private static String written(WorkshopDataset dataset, Path folder) {
        try {
            dataset.writeTo(folder, "history.json");
        } catch (IOException e) {
            throw WorkshopException.failed(
                    "The dataset cannot be written to " + folder + ".",
                    Diagnosis.of(e),
                    "the same again with --out and a folder that is yours",
                    e);
        }
        String history = folder.resolve("history.json").toString();
        String events = folder.resolve("events.json").toString();
        return String.format(
                Locale.ROOT,
                "%s: %,d lines%n%s: %,d lines%nNext: ./workshop batch --history %s%n      ./workshop produce --file %s%n",
                history,
                dataset.history().size(),
                events,
                dataset.events().size(),
                ShellWord.of(history),
                ShellWord.of(events));
    }
}
