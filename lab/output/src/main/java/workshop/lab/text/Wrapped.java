package workshop.lab.text;

import java.util.ArrayList;
import java.util.List;

/** A text in lines that are not too long, broken at spaces and nowhere else. */
public final class Wrapped {
    private Wrapped() {}

    /** The lines, at least one. A word that is longer than a line stays whole, and so do several spaces in a line. */
    public static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        boolean first = true;
        for (String word : text.split(" ", -1)) {
            if (!first && Table.width(line + " " + word) > width) {
                lines.add(line.toString());
                line.setLength(0);
                first = true;
            }
            line.append(first ? "" : " ").append(word);
            first = false;
        }
        lines.add(line.toString());
        return lines;
    }
}
