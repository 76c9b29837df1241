package workshop.lab.guide;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A block of commands. In the source it is a fence {@code sh} with, behind that word:
 *
 * <ul>
 *   <li>{@code state}: {@code ./workshop step} runs it too, to come to a later step
 *   <li>{@code terminal=2}: it goes on in another terminal, until an {@link Interrupt} or the end of its own
 *   <li>{@code exit=1}: it must end so; without it, with 0
 *   <li>{@code again}: typed again until what must appear does, since something else is under way
 *   <li>{@code picture=NAME}: images/NAME.png shows it with its output
 *   <li>{@code engine}: it needs Docker or the like
 * </ul>
 *
 * @param line of the fence in the file, from 1
 * @param commands for a POSIX shell in the workshop's folder
 * @param attributes as above; one without a value has an empty one
 * @param expected what must appear, with placeholders, see {@link Expectation}; null if the guide does not say
 * @param reasonNotToRun from a comment {@code <!-- not run: why -->} before it; null if it is run
 */
public record Block(int line, String commands, Map<String, String> attributes, String expected, String reasonNotToRun)
        implements Typed {
    static final List<String> ATTRIBUTES = List.of("state", "terminal", "exit", "picture", "engine", "again");

    public boolean isState() {
        return attributes.containsKey("state");
    }

    public boolean needsEngine() {
        return attributes.containsKey("engine");
    }

    public boolean isRepeated() {
        return attributes.containsKey("again");
    }

    /** The terminal that it is typed in, from 1. */
    public int terminal() {
        return Integer.parseInt(attributes.getOrDefault("terminal", "1"));
    }

    public int exitCode() {
        return Integer.parseInt(attributes.getOrDefault("exit", "0"));
    }

    public Optional<String> picture() {
        return Optional.ofNullable(attributes.get("picture"));
    }

    @Override
    public Block expecting(String text) {
        return new Block(line, commands, attributes, text, reasonNotToRun);
    }
}
