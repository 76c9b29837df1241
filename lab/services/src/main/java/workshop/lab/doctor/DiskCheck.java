package workshop.lab.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Room for the data of the home, and for the demo's, which lies among the temporary files. */
final class DiskCheck implements Check {
    private static final long AMPLE = 3 * Size.GB;
    /** What ./workshop up refuses to begin with. */
    private static final long LEAST = 150 * Size.MB;

    private static final long FOR_THE_DEMO = Size.GB;

    @Override
    public String subject() {
        return "disk";
    }

    @Override
    public List<Finding> look(Machine machine) throws IOException {
        List<Finding> findings = new ArrayList<>();
        FolderProbe home = machine.place(machine.home());
        String free = Size.text(home.usableBytes()) + " are free where the home is (" + home.folder() + ")";
        String next = "free some space, or choose another disk: ./workshop up --home DIR";
        if (home.usableBytes() < LEAST) {
            findings.add(Finding.problem(subject(), free + "; a start takes 150 MB.", next));
        } else if (home.usableBytes() < AMPLE) {
            findings.add(Finding.warning(subject(), free + "; 3 GB are enough for all of the workshop.", next));
        } else {
            findings.add(Finding.good(subject(), free + "; 3 GB are enough."));
        }
        FolderProbe temporary = machine.place(machine.temporary());
        if (temporary.usableBytes() < FOR_THE_DEMO) {
            findings.add(Finding.warning(
                    subject(),
                    Size.text(temporary.usableBytes()) + " are free in " + temporary.folder()
                            + ", where ./workshop demo keeps its data.",
                    "./workshop demo --home DIR, on another disk"));
        }
        return findings;
    }
}
