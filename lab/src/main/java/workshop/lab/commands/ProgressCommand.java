package workshop.lab.commands;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import workshop.lab.checks.Checks;
import workshop.lab.checks.LocalMinute;
import workshop.lab.checks.Progress;
import workshop.lab.checks.StepResult;
import workshop.lab.text.Format;
import workshop.lab.text.Rows;
import workshop.settings.WorkshopException;

@Command(
        name = "progress",
        header = "Which steps of WORKSHOP.md are done, and which comes next.",
        description =
                "A step is done once ./workshop check has found it so. That is kept in the home: down and step keep it, reset"
                        + " deletes it.")
final class ProgressCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Override
    public Integer call() {
        Map<Integer, Instant> done;
        try {
            done = Progress.of(common.home()).done();
        } catch (WorkshopException damaged) {
            System.err.println(damaged.threeLines());
            done = Map.of();
        }
        List<List<Object>> rows = new ArrayList<>();
        StepResult next = null;
        for (StepResult step : Checks.steps()) {
            Instant at = done.get(step.step());
            if (at == null && next == null) {
                next = step;
            }
            rows.add(Arrays.asList(
                    step.step(),
                    step.title(),
                    at == null ? "" : "yes",
                    at == null ? "" : LocalMinute.of(at),
                    step == next ? "<- next" : ""));
        }
        System.out.print(Format.TABLE.write(new Rows(List.of("step", "title", "done", "when", "next"), rows)));
        System.out.println(
                next == null
                        ? "All steps are done. Going further: the last part of WORKSHOP.md."
                        : "Next: step " + next.step() + ", " + next.title()
                                + ": see WORKSHOP.md, then ./workshop check " + next.step() + common.homeOption());
        return 0;
    }
}
