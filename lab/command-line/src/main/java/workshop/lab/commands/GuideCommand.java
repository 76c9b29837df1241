package workshop.lab.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workshop.lab.guide.PrintedGuide;
import workshop.lab.services.Home;
import workshop.settings.WorkshopException;

@Command(
        name = "guide",
        header = "The workshop's guide as one HTML file, for paper or for a machine without a network.",
        description =
                "Writes WORKSHOP.md with its pictures and drawings inside. Open it in a browser, and print it from there.")
final class GuideCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "workshop-guide.html",
            description = "Default: ${DEFAULT-VALUE}, in this folder. Replaced where it is there.")
    private Path out;

    @Override
    public Integer call() {
        String html = PrintedGuide.of(Home.root().resolve("WORKSHOP.md"));
        try {
            Files.writeString(out, html);
        } catch (IOException e) {
            throw WorkshopException.failed(
                    "The guide was not written.",
                    Diagnosis.of(e),
                    "./workshop guide --out FILE, with a file that can be written");
        }
        System.out.println("The guide is in " + out + ". Open it in a browser, and print it from there.");
        return 0;
    }
}
