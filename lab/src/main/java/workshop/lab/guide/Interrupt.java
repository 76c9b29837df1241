package workshop.lab.guide;

/**
 * Ctrl-C in a terminal in which something goes on: a comment {@code <!-- terminal 2: Ctrl-C -->}, beside words that say so.
 *
 * @param terminal from 2
 */
public record Interrupt(int line, int terminal) implements Action {}
