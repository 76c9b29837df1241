package workshop.lab.text;

import java.util.ArrayList;
import java.util.List;

/** A text in lines that are not too long, broken at spaces and nowhere else. */
public final class Wrapped {
    private Wrapped() {}

    /** The lines, at least one. A word that is longer than a line stays whole. */
    public static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split(" +")) {
            if (!line.isEmpty() && Table.width(line + " " + word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
