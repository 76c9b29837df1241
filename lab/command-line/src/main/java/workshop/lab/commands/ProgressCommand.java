package workshop.lab.commands;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import workshop.lab.checks.Checks;
import workshop.lab.checks.GuideProgress;
import workshop.lab.checks.GuideProgress.Noted;
import workshop.lab.checks.LocalMinute;
import workshop.lab.checks.StepResult;
import workshop.lab.text.Format;
import workshop.lab.text.Rows;
import workshop.settings.WorkshopException;

@Command(
        name = "progress",
        header = "Which steps of WORKSHOP.md are done, and which comes next.",
        description =
                "A step is done once ./workshop check has found it so. ./workshop step builds the steps before another: you can"
                        + " go on from there, and they are not done. That is kept in the home: down and step keep it, reset"
                        + " deletes it.")
final class ProgressCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Override
    public Integer call() {
        Noted noted = noted();
        List<StepResult> steps = Checks.steps();
        StepResult next = steps.stream()
                .filter(step -> noted.isOpen(step.step()))
                .findFirst()
                .orElse(null);
        List<List<Object>> rows = new ArrayList<>();
        for (StepResult step : steps) {
            Instant at = noted.done().get(step.step());
            rows.add(Arrays.asList(
                    step.step(),
                    step.title(),
                    at != null ? "yes" : noted.isBuilt(step.step()) ? "built" : "",
                    at == null ? "" : LocalMinute.of(at),
                    step.equals(next) ? "<- next" : ""));
        }
        System.out.print(Format.TABLE.write(new Rows(List.of("step", "title", "done", "when", "next"), rows)));
        String built = built(noted);
        if (!built.isEmpty()) {
            System.out.println("Built by ./workshop step " + noted.begun() + ", and not found done: " + built + ".");
        }
        System.out.println(
                next == null
                        ? (built.isEmpty() ? "All steps are done." : "No other step is left.")
                                + " Going further: the last part of WORKSHOP.md."
                        : "Next: step " + next.step() + ", " + next.title()
                                + ": see WORKSHOP.md, then ./workshop check " + next.step() + common.homeOption());
        return 0;
    }

    private Noted noted() {
        GuideProgress progress = GuideProgress.of(common.home());
        try {
            return progress.read();
        } catch (WorkshopException damaged) {
            System.err.println(damaged.threeLines(Workshop.RUNNER));
            return progress.readOrNothing();
        }
    }

    private static String built(Noted noted) {
        return Checks.steps().stream()
                .map(StepResult::step)
                .filter(step -> noted.isBuilt(step) && !noted.done().containsKey(step))
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }
}
