package workshop.lab.guide;

/** What a student does in a step, in the order of the page. */
public sealed interface Action permits Block, Interrupt, Shot {
    /** Of the guide's source, from 1. */
    int line();

    /** What must appear, see {@link Expectation}; null where the guide does not say. */
    String expected();

    Action expecting(String text);
}
