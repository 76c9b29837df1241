package workshop.settings;

import java.io.Serializable;
import java.util.List;

/**
 * What a person may do next, in words and {@link Command commands}. The code that gives the advice does not know how a
 * command is typed there: its {@link Runner} knows.
 */
public interface Advice extends Serializable {
    /** For a log or totals that cannot be mended. */
    Advice BEGIN_ANEW = of(Command.RESET, ", to begin anew");

    /** As it is typed where this runner is. */
    String typed(Runner runner);

    /** Whether it is more than words. */
    boolean namesCommand();

    /** One sentence of these parts, one behind the other: texts, commands and other advice. */
    static Advice of(Serializable... parts) {
        return new Sentence(List.of(parts));
    }

    /** @param parts texts and advice */
    record Sentence(List<Serializable> parts) implements Advice {
        @Override
        public String typed(Runner runner) {
            StringBuilder text = new StringBuilder();
            parts.forEach(part -> text.append(part instanceof Advice advice ? advice.typed(runner) : part));
            return text.toString();
        }

        @Override
        public boolean namesCommand() {
            return parts.stream().anyMatch(part -> part instanceof Advice advice && advice.namesCommand());
        }

        /** For logs: with the commands' names. */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            parts.forEach(text::append);
            return text.toString();
        }
    }
}
