package workshop.lab.guide;

/** What is done in a step, in the order of the page. */
public sealed interface Action permits Typed, Shot {
    /** Of the guide's source, from 1. */
    int line();
}
