package workshop.lab.guide;

/**
 * Ctrl-C in a terminal in which something goes on: a comment {@code <!-- terminal 2: Ctrl-C -->}, beside words that say so.
 *
 * @param terminal from 2
 * @param expected what appears there after it; null if the guide does not say
 */
public record Interrupt(int line, int terminal, String expected) implements Typed {
    @Override
    public Interrupt expecting(String text) {
        return new Interrupt(line, terminal, text);
    }
}
