package workshop.lab.pictures;

import java.util.stream.Collectors;
import workshop.lab.guide.Expectation;

/**
 * Whether two texts of a terminal's picture, the commands first, differ only if the guide has a placeholder.
 *
 * @param commands their number of lines
 * @param expected of the output, as the guide says
 */
record Alike(int commands, String expected) {
    boolean test(String before, String now) {
        return head(before).equals(head(now)) && isMetBy(before) && isMetBy(now);
    }

    boolean isMetBy(String text) {
        return Expectation.of(expected).isMetBy(text.lines().skip(commands).collect(Collectors.joining("\n")));
    }

    private String head(String text) {
        return text.lines().limit(commands).collect(Collectors.joining("\n"));
    }
}
