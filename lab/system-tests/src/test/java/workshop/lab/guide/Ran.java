package workshop.lab.guide;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What appeared when a student typed something of the guide.
 *
 * @param exitCode null while it goes on, and if it was ended
 */
public record Ran(Typed typed, String output, Integer exitCode) {
    /** It must have ended as the page says, and printed what stands there. */
    public void requireAsTold(String page) {
        String place = page + ", line " + typed.line();
        if (typed instanceof Block block && exitCode != null) {
            assertThat(exitCode)
                    .as("%s%n%s%n%s", place, block.commands(), output)
                    .isEqualTo(block.exitCode());
        }
        if (typed.expected() != null && !Expectation.of(typed.expected()).isMetBy(output)) {
            assertThat(output).as(place).isEqualTo(typed.expected());
        }
    }
}
