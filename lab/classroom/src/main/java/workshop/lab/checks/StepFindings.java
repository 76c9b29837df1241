package workshop.lab.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import workshop.settings.Runner;
import workshop.settings.WorkshopException;

/** Collects what a check finds. The sentences are formats, as {@link String#format} takes them, without a locale. */
final class StepFindings {
    private final List<StepFinding> all = new ArrayList<>();

    void ok(String what, Object... values) {
        all.add(new StepFinding(FindingState.OK, text(what, values), null, null));
    }

    /** Something is still to be done. */
    void missing(String what, String why, String next) {
        all.add(new StepFinding(FindingState.MISSING, what, why, next));
    }

    /** Something is there, and not as it must be. */
    void wrong(String what, String why, String next) {
        all.add(new StepFinding(FindingState.WRONG, what, why, next));
    }

    /** An error that ended the check. */
    void wrong(WorkshopException e) {
        wrong(e.what(), e.why(), e.next(Runner.COMMAND_LINE));
    }

    /** Numbers with commas, never by the machine's locale. */
    static String text(String format, Object... values) {
        return values.length == 0 ? format : String.format(Locale.ROOT, format, values);
    }

    List<StepFinding> all() {
        return List.copyOf(all);
    }
}
