package workshop.lab.doctor;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that one of the programs beneath takes for something else. */
final class HomePathCheck implements Check {
    /** PostgreSQL's MAXPGPATH is 1024, and it needs some for the names of its files. */
    private static final int LONGEST = 900;

    /** With these, Spark looks for other names; * and ? it looks for too, but they also stand for themselves. */
    private static final Pattern PATTERN = Pattern.compile("[{}\\[\\]\\\\]");

    private static final String NEXT = "./workshop up --home DIR, with a shorter and plainer name";

    @Override
    public String subject() {
        return "home path";
    }

    @Override
    public List<Finding> look(Machine machine) {
        String path = machine.home().toString();
        int length = path.getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST) {
            return List.of(Finding.problem(
                    subject(),
                    "The home's path has " + length + " bytes; PostgreSQL takes " + LONGEST + " at most.",
                    NEXT));
        }
        if (path.matches("(?s).*\\p{Cntrl}.*")) {
            return List.of(
                    Finding.problem(subject(), "The home's path has a line break or another control character.", NEXT));
        }
        Matcher pattern = PATTERN.matcher(path);
        if (pattern.find()) {
            return List.of(Finding.problem(
                    subject(),
                    "The home's path has a " + pattern.group() + ", which Spark takes for a pattern; batches fail.",
                    NEXT));
        }
        return List.of(Finding.good(subject(), "The path of the home has nothing that a program would stumble over."));
    }
}
