package workshop.lab.measure;

import static java.util.Objects.requireNonNull;

/**
 * A row of the comparison, as people read it.
 *
 * @param how the unit, and how it was measured
 */
public record ComparisonRow(String what, String lambda, String kappa, String how) {
    public ComparisonRow {
        requireNonNull(what, "what is null");
        requireNonNull(lambda, "lambda is null");
        requireNonNull(kappa, "kappa is null");
        requireNonNull(how, "how is null");
    }
}
