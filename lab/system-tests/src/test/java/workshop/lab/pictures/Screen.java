package workshop.lab.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a picture of a terminal shows: the commands of a block behind a prompt, and what they printed. */
record Screen(String title, List<String> commands, List<String> output) {
    private static final int LINES = 44;
    private static final int END = 4;
    private static final int TAB = 8;

    static Screen of(int terminal, String commands, String output) {
        return new Screen(
                "Terminal " + terminal,
                commands.stripTrailing().lines().toList(),
                output.isBlank()
                        ? List.of()
                        : Stream.of(output.stripTrailing().split("\r?\n"))
                                .map(Screen::printable)
                                .toList());
    }

    /** All of it, as the picture's text. */
    String text() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            all.add(prompt(i) + commands.get(i));
        }
        all.addAll(output);
        return String.join("\n", all) + "\n";
    }

    String prompt(int line) {
        return line == 0 || !isContinued(line) ? "$ " : "> ";
    }

    /** A line that a shell would show the prompt {@code >} for: of a here-document, or behind a backslash. */
    private boolean isContinued(int line) {
        String end = null;
        for (int i = 0; i < line; i++) {
            if (end != null) {
                end = commands.get(i).equals(end) ? null : end;
            } else if (commands.get(i).matches(".*<<-?'?\\w+'?.*")) {
                end = commands.get(i).replaceFirst(".*<<-?'?(\\w+)'?.*", "$1");
            }
        }
        return end != null || commands.get(line - 1).endsWith("\\");
    }

    /** The output, of which a long one is cut. */
    List<String> shown() {
        if (output.size() <= LINES) {
            return output;
        }
        List<String> shown = new ArrayList<>(output.subList(0, LINES - END));
        shown.add("... " + (output.size() - LINES) + " lines are left out here ...");
        shown.addAll(output.subList(output.size() - END, output.size()));
        return shown;
    }

    /** As a terminal of the same text shows it; anything else that steers a terminal is not known here. */
    private static String printable(String line) {
        String last = line.substring(line.lastIndexOf('\r') + 1);
        StringBuilder text = new StringBuilder();
        for (char c : last.toCharArray()) {
            if (c == '\t') {
                text.append(" ".repeat(TAB - text.length() % TAB));
            } else if (c < ' ' || c == 0x7f) {
                throw new IllegalStateException("the output steers the terminal by character " + (int) c + ": " + line);
            } else {
                text.append(c);
            }
        }
        return text.toString().stripTrailing();
    }
}
