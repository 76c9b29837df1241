package workshop.lab.checks;

import java.util.Locale;

/** What a check says of one thing that it looked at. */
public enum FindingState {
    OK,
    /** Not there yet: something is still to be done. */
    MISSING,
    /** There, and not as it must be. */
    WRONG;

    /** As it is printed: what is not well stands out. */
    @Override
    public String toString() {
        return this == OK ? name().toLowerCase(Locale.ROOT) : name();
    }
}
