package workshop.lab.classroom;

/** The points of the class at which the totals are known. */
public enum ClassStage {
    /** The history alone, duplicates taken out. */
    FIRST_BATCH("first batch"),
    /** Batch and speed layer together; the duplicates of the stream still count. */
    STREAM("stream"),
    /** History and stream, all duplicates taken out. */
    SECOND_BATCH("second batch");

    private final String label;

    ClassStage(String label) {
        this.label = label;
    }

    /** For a column, as {@code first_batch}. */
    public String column() {
        return label.replace(' ', '_');
    }

    @Override
    public String toString() {
        return label;
    }
}
