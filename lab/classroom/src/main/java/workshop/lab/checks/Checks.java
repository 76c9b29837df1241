package workshop.lab.checks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import workshop.handoff.Database;
import workshop.settings.Role;
import workshop.settings.WorkshopException;

/** The checks of all numbered steps of the guide. */
public final class Checks {
    private static final List<StepCheck> ALL = List.of(
            new SetUpCheck(),
            new ContractCheck(),
            new BatchCheck(),
            new ProducerCheck(),
            new SpeedCheck(),
            new ServingCheck(),
            new ComparingCheck(),
            new SecondBatchCheck(),
            new CrashCheck(),
            new BadDataCheck(),
            new LateDataCheck(),
            new KappaCheck(),
            new ClusterCheck());

    private Checks() {}

    /** The numbers and titles of the steps, in their order. */
    public static List<StepResult> steps() {
        return ALL.stream()
                .map(check -> new StepResult(check.step(), check.title(), List.of()))
                .toList();
    }

    /**
     * The number of a step, if there is one.
     *
     * @param example a command with the number of a step that is there
     * @throws WorkshopException (usage) if no step has this number
     */
    public static int requireStep(int step, String example) {
        if (ALL.stream().noneMatch(check -> check.step() == step)) {
            String numbers =
                    ALL.stream().map(check -> String.valueOf(check.step())).collect(Collectors.joining(", "));
            throw WorkshopException.usage(
                    "There is no step " + step + ".", "The steps are " + numbers + ".", "./workshop " + example);
        }
        return step;
    }

    /** Whether a step is done. */
    public static StepResult look(int step, Evidence evidence) {
        requireStep(step, evidence.command("check 1"));
        StepCheck check =
                ALL.stream().filter(one -> one.step() == step).findFirst().orElseThrow();
        StepFindings findings = new StepFindings();
        if (check.needsServices() && evidence.settings() == null) {
            findings.missing(
                    "Kafka and PostgreSQL do not run in " + evidence.place().home() + ".",
                    "They were not started yet, or were stopped; what is in them stays.",
                    evidence.command("up"));
        } else {
            look(check, evidence, findings);
        }
        return new StepResult(step, check.title(), findings.all());
    }

    private static void look(StepCheck check, Evidence evidence, StepFindings findings) {
        try {
            check.look(evidence, findings);
        } catch (WorkshopException e) {
            findings.wrong(e);
        } catch (SQLException e) {
            findings.wrong(Database.refused(evidence.settings(), Role.READER, e));
        } catch (IOException e) {
            findings.wrong(
                    "A file cannot be read: " + WorkshopException.firstLine(e),
                    "It went meanwhile, or you have no permission to read it.",
                    evidence.command("check " + check.step()) + ", again");
        }
    }
}
