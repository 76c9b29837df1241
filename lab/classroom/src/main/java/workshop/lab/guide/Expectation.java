package workshop.lab.guide;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must appear: text, compared line by line, with placeholders for what varies from run to run and for nothing else.
 * Spaces at the end of lines and the number of spaces and dashes in a row do not count, since a column is as wide as its
 * content. The same placeholders, then, in the guide's pages:
 *
 * <ul>
 *   <li>{@code {n}} a whole number, {@code {s}} a number of seconds or the like, {@code {port}}
 *   <li>{@code {time}} an instant, {@code {dir}} the workshop's folder
 *   <li>{@code {...}} alone in a line: any lines, or none; within a line: the rest of it
 * </ul>
 */
public final class Expectation {
    private static final Map<String, String> FORMS = Map.of(
            "{n}", "[0-9][0-9,]*",
            "{s}", "[0-9][0-9,]*(?:\\.[0-9]+)?",
            "{port}", "[0-9]{2,5}",
            "{time}", "[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9:.]+(?:Z|[+-][0-9:]+)?",
            "{dir}", "/\\S*",
            "{...}", ".*");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?:n|s|port|time|dir|\\.\\.\\.)}");

    /** What long work prints every few seconds: how often depends on how busy the machine is. */
    private static final Pattern WORK_GOES_ON = Pattern.compile("(?m)^[0-9,]+ (?:of [0-9,]+ )?records? sent.*\n");

    private final String text;
    private final Pattern pattern;

    private Expectation(String text) {
        this.text = text;
        StringBuilder regex = new StringBuilder();
        for (String line : lines(text)) {
            regex.append(line.equals("{...}") ? "(?:.*\n)*?" : line(line) + "\n");
        }
        this.pattern = Pattern.compile(regex.toString());
    }

    public static Expectation of(String text) {
        return new Expectation(text);
    }

    /** Whether a command's output is as the guide says, lines of progress apart. */
    public boolean isMetBy(String output) {
        return matches(output) || matches(WORK_GOES_ON.matcher(output).replaceAll(""));
    }

    private boolean matches(String output) {
        StringBuilder normal = new StringBuilder();
        lines(output).forEach(line -> normal.append(line).append('\n'));
        return pattern.matcher(normal).matches();
    }

    public String text() {
        return text;
    }

    private static List<String> lines(String text) {
        return text.stripTrailing()
                .lines()
                .map(line -> line.stripTrailing().replaceAll(" {2,}", "  ").replaceAll("-{3,}", "---"))
                .toList();
    }

    private static String line(String line) {
        StringBuilder regex = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(line);
        int from = 0;
        while (placeholder.find()) {
            regex.append(Pattern.quote(line.substring(from, placeholder.start())))
                    .append(FORMS.get(placeholder.group()));
            from = placeholder.end();
        }
        return regex.append(Pattern.quote(line.substring(from))).toString();
    }
}
