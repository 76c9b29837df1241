package workshop.lab.commands;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workshop.lab.checks.Checks;
import workshop.lab.checks.Evidence;
import workshop.lab.checks.GuideProgress;
import workshop.lab.checks.JsonReport;
import workshop.lab.checks.StepResult;
import workshop.lab.checks.Workplace;
import workshop.lab.services.Home;
import workshop.settings.Plural;
import workshop.settings.WorkshopException;

@Command(
        name = "check",
        header = "Is a step of WORKSHOP.md done? Looks at what really is there, and names the likely mistake.",
        description = {
            "Each finding is ok, MISSING (still to be done) or WRONG, with the likely mistake and the command to run next. The"
                    + " totals are recounted without Spark. Your own files (mine.json, comparison.csv, bad.json) are looked"
                    + " for in the folder where you are, then in datasets.",
            "What a check has found done is kept: ./workshop progress. Exit code 1 where a step is not done."
        })
final class CheckCommand implements Callable<Integer> {
    /** Its step needs Docker: elsewhere it cannot be looked at. */
    private static final int CLUSTER = 13;

    @Mixin
    private Common common;

    @Parameters(paramLabel = "N", arity = "0..1", description = "The step's number.")
    private Integer step;

    @Option(
            names = "--all",
            description = "All steps. Step " + CLUSTER + " is among them only in Docker, where it can be done.")
    private boolean all;

    @Option(names = "--json", description = "One JSON document, for graders.")
    private boolean json;

    @Override
    public Integer call() {
        List<Integer> steps = steps();
        Evidence evidence = Evidence.of(place());
        List<StepResult> results = new ArrayList<>();
        for (int number : steps) {
            StepResult result = Checks.look(number, evidence);
            results.add(result);
            if (!json) {
                print(result);
            }
            note(result);
        }
        if (json) {
            System.out.print(JsonReport.of(
                    results, evidence, Workshop.VERSION, Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        } else if (all) {
            System.out.println(summary(results));
        } else if (!results.get(0).isDone() && !Common.isElsewhere(System.getenv())) {
            earlier().ifPresent(System.out::println);
        }
        return results.stream().allMatch(StepResult::isDone) ? 0 : 1;
    }

    private List<Integer> steps() {
        if (all == (step != null)) {
            throw WorkshopException.usage(
                    "Which step?",
                    "A check takes either the number of a step or --all.",
                    "./workshop check 1" + common.homeOption());
        }
        return all
                ? Checks.steps().stream()
                        .map(StepResult::step)
                        .filter(number -> number != CLUSTER || Common.isElsewhere(System.getenv()))
                        .toList()
                : List.of(Checks.requireStep(step, "check 1" + common.homeOption()));
    }

    private Workplace place() {
        return new Workplace(
                common.home(),
                common.homeOption(),
                Path.of("").toAbsolutePath(),
                Home.root(),
                common.settingsIfRunning().orElse(null),
                Common.isElsewhere(System.getenv()));
    }

    private void print(StepResult result) {
        if (all) {
            System.out.println("Step " + result.step() + ": " + result.title());
        }
        System.out.print(result.text());
        if (all) {
            System.out.println();
        }
        System.out.flush();
    }

    /** In a container there is no home that would keep it. */
    private void note(StepResult result) {
        if (result.isDone() && !Common.isElsewhere(System.getenv())) {
            GuideProgress.of(common.home())
                    .note(result.step(), Instant.now().truncatedTo(ChronoUnit.SECONDS))
                    .ifPresent(trouble -> System.err.println(trouble.threeLines(Workshop.RUNNER)));
        }
    }

    /** The first step before this one that was neither found done nor built: what is missing may be missing since then. */
    private Optional<String> earlier() {
        GuideProgress.Noted noted = GuideProgress.of(common.home()).readOrNothing();
        return IntStream.range(1, step)
                .filter(noted::isOpen)
                .mapToObj(number -> "Step " + number + " comes before it and was not found done yet: ./workshop check "
                        + number + common.homeOption())
                .findFirst();
    }

    private static String summary(List<StepResult> results) {
        long done = results.stream().filter(StepResult::isDone).count();
        String last = results.get(results.size() - 1).step() == CLUSTER
                ? ""
                : " Step " + CLUSTER + " needs Docker: docker compose exec workshop workshop check " + CLUSTER;
        return done + " of " + Plural.of(results.size(), "step is", "steps are") + " done." + last;
    }
}
