package workshop.lab.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workshop.lab.classroom.Result;
import workshop.lab.classroom.StudentName;
import workshop.settings.Plural;
import workshop.settings.ShellWord;
import workshop.settings.WorkshopException;

@Command(
        name = "result",
        header = "Write what a student hands in: the merged totals as they are now.",
        description =
                "Reads the serving layer as the role reader, in one transaction: the totals, what they cover, what each batch"
                        + " counted, and the stage that is reached. The teacher's ./workshop grade reads the file.")
final class ResultCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(
            names = "--seed",
            paramLabel = "NAME",
            required = true,
            description = "Your name or number, just as in ./workshop dataset --seed NAME.")
    private String seed;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "What is there is replaced. Default: result-NAME.json in this folder")
    private Path out;

    @Override
    public Integer call() {
        StudentName student = new StudentName(seed);
        Result result = Result.take(common.settings());
        if (result.stage() == null) {
            throw WorkshopException.failed(
                    "There is no result to hand in yet.",
                    "No batch has published, so the history is in no total.",
                    "./workshop batch" + common.homeOption() + " --history "
                            + ShellWord.of("students/" + student.fileName() + "/history.json"));
        }
        if (!result.isOf(student)) {
            System.err.println("warning: The last batch did not read the history of " + student.text()
                    + ", so these totals will be found wrong.\n   next: all of \"Your own data\" in WORKSHOP.md: in a home of"
                    + " its own, and each batch with --history");
        }
        Path file = out == null ? Path.of("result-" + student.fileName() + ".json") : out;
        write(file, result.json(student, Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        System.out.println(
                file + ": " + Plural.of(result.totals().rows().size(), "customer") + ", stage: " + result.stage());
        return 0;
    }

    private static void write(Path file, String json) {
        try {
            Files.writeString(file, json);
        } catch (IOException e) {
            throw WorkshopException.usage(
                    "The result cannot be written to " + file + ".",
                    "Its folder is not there, or you have no permission to write there.",
                    "the same again with --out and another file");
        }
    }
}
