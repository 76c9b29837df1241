package workshop.lab.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** WORKSHOP.md, taken apart into its steps. */
public final class Guide {
    private final List<Step> steps;

    private Guide(List<Step> steps) {
        this.steps = steps;
    }

    /** @throws IllegalStateException if a block in it cannot be understood, with its line */
    public static Guide read(Path file) {
        try {
            StepReader reader = new StepReader(file);
            Parser.builder()
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                    .build()
                    .parse(Files.readString(file))
                    .accept(reader);
            return new Guide(reader.steps());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order of the page, those without a number among them. */
    public List<Step> all() {
        return steps;
    }

    /** Those with a number. */
    public List<Step> numbered() {
        return steps.stream().filter(step -> step.number() > 0).toList();
    }
}
