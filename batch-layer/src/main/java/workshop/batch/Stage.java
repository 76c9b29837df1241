package workshop.batch;

/** The stages of a batch run. It can die in each of them; the next run takes its epoch up. */
public enum Stage {
    /** Declares where the epoch ends in the log. */
    CUT,
    /** Copies the epoch from the log to the lake. */
    ARCHIVE,
    /** Computes the totals of everything. */
    RECOMPUTE,
    /** Hands totals and epoch over, in one transaction. */
    PUBLISH
}
