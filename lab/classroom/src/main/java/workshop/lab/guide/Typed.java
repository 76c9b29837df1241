package workshop.lab.guide;

/** What a student types in a terminal, and what appears then. */
public sealed interface Typed extends Action permits Block, Interrupt {
    /** What must appear, see {@link Expectation}; null if the guide does not say. */
    String expected();

    /** The same, with what must appear. */
    Typed expecting(String text);
}
