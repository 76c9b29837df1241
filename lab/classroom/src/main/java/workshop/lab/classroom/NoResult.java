package workshop.lab.classroom;

/** A file that is no result, with the reason as a sentence's part: "is empty". */
final class NoResult extends Exception {
    private static final long serialVersionUID = 1;

    NoResult(String reason) {
        super(reason);
    }
}
