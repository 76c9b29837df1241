package workshop.lab.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workshop.lab.checks.Checks;
import workshop.lab.checks.StepRunner;
import workshop.lab.guide.Guide;
import workshop.lab.guide.Step;
import workshop.lab.services.Home;
import workshop.settings.WorkshopException;

@Command(
        name = "step",
        header = "Bring everything into the state that a step of WORKSHOP.md begins with.",
        description = {
            "Deletes what is in the home, then runs the commands of the steps before it that it builds upon, in the workshop's"
                    + " folder; your files mine.json, comparison.csv and bad.json there are written anew. Asks"
                    + " first; where there is no terminal, --yes is needed.",
            "Jobs of this home that run are ended first. Which steps were found done is kept; the steps before this one are noted"
                    + " as built, which is not the same as done."
        })
final class StepCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Parameters(paramLabel = "N", description = "The step's number.")
    private int number;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Checks.requireStep(number, "step 3" + common.homeOption());
        if (Common.isElsewhere(System.getenv())) {
            throw WorkshopException.usage(
                    "Only the services that ./workshop up started can be brought to a step.",
                    "WORKSHOP_KAFKA or WORKSHOP_POSTGRES names others.",
                    "docker compose down --volumes, where they are Compose's; then the steps of WORKSHOP.md");
        }
        Path file = Home.root().resolve("WORKSHOP.md");
        List<Step> guide = Guide.read(file).numbered();
        List<StepRunner.Command> commands = StepRunner.before(number, guide);
        System.out.println("This deletes all topics, tables and totals in " + common.home()
                + ", then runs the commands of the steps before step " + number + ": " + commands.size()
                + ".\nThey write mine.json, bad.json and comparison.csv of the workshop's folder anew.");
        if (!Confirmation.given(yes, "./workshop step " + number + " --yes" + common.homeOption())) {
            System.out.println("Nothing was deleted, and nothing was run.");
            return 0;
        }
        Emptying.of(common);
        new StepRunner(Home.root(), common.home(), common.isVerbose(), System.out).bringTo(number, guide);
        System.out.println("Step " + number + " can begin: " + title(guide) + ".");
        System.out.println("Read on: " + file.getFileName() + ", line " + line(file)
                + ". ./workshop progress names the steps before it as built, and keeps what was found done.");
        return 0;
    }

    private String title(List<Step> guide) {
        return guide.stream()
                .filter(step -> step.number() == number)
                .map(Step::title)
                .findFirst()
                .orElseThrow();
    }

    /** Where the step stands in the guide, from 1. */
    private int line(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches("#+ Step " + number + ": .*")) {
                return i + 1;
            }
        }
        return 1;
    }
}
