package workshop.lab.checks;

import static java.util.Objects.requireNonNull;

/**
 * One thing that a check looked at.
 *
 * @param what was found, in a sentence
 * @param why the likely mistake; null if all is well
 * @param next the command to run; null if all is well
 */
public record StepFinding(FindingState state, String what, String why, String next) {
    public StepFinding {
        requireNonNull(state, "state is null");
        requireNonNull(what, "what is null");
        if ((state == FindingState.OK) != (why == null) || (why == null) != (next == null)) {
            throw new IllegalArgumentException(
                    "what is well needs no reason and no step, all else needs both: " + what);
        }
    }

    public boolean isOk() {
        return state == FindingState.OK;
    }
}
