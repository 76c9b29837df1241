package workshop.lab.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The lines of a source file between the comments {@code region NAME} and {@code endregion}, moved to the left. */
final class Region {
    private Region() {}

    /** @param source file and name: {@code pom.xml#modules} */
    static String read(Path root, String source) throws IOException {
        String[] parts = source.split("#", 2);
        List<String> lines = Files.readAllLines(root.resolve(parts[0]));
        int start = lines.stream().map(String::strip).toList().indexOf(comment(parts[0]) + " region " + parts[1]);
        if (start < 0) {
            throw new IllegalStateException(parts[0] + " has no region " + parts[1]);
        }
        StringBuilder text = new StringBuilder();
        int indent = lines.get(start).indexOf(comment(parts[0]));
        for (String line : lines.subList(start + 1, lines.size())) {
            if (line.strip().equals(comment(parts[0]) + " endregion")) {
                return text.toString();
            }
            text.append(line.isBlank() ? "" : line.substring(indent)).append('\n');
        }
        throw new IllegalStateException("the region " + source + " does not end");
    }

    private static String comment(String file) {
        return file.endsWith(".sql") ? "--" : "//";
    }
}
