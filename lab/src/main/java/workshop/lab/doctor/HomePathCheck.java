package workshop.lab.doctor;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Names that one of the programs beneath takes for something else. */
final class HomePathCheck implements Check {
    /** PostgreSQL's MAXPGPATH is 1024, and it needs some for the names of its files. */
    private static final int LONGEST = 900;

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
        return List.of(Finding.good(subject(), "The path of the home has nothing that a program would stumble over."));
    }
}
