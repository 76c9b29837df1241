package workshop.lab.doctor;

import java.util.Locale;

/** How a finding counts. */
public enum Severity {
    GOOD,
    /** Works, but slower, less or later than one would expect; or will not in some situation. */
    WARNING,
    /** The workshop does not run before this is mended. */
    PROBLEM;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
