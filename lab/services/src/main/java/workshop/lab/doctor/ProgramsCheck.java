package workshop.lab.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL's programs are started from the user's cache, native libraries from among the temporary files. */
final class ProgramsCheck implements Check {
    @Override
    public String subject() {
        return "programs";
    }

    @Override
    public List<Finding> look(Machine machine) throws IOException {
        List<Finding> findings = new ArrayList<>();
        look(
                machine.place(machine.programs()),
                "PostgreSQL",
                option("workshop.postgres.cache", "./workshop up"),
                findings);
        look(
                machine.place(machine.temporary()),
                "Native libraries of Kafka and Spark",
                option("java.io.tmpdir", "./workshop demo"),
                findings);
        return findings.isEmpty()
                ? List.of(Finding.good(
                        subject(),
                        "Programs can be started from " + machine.programs() + " and " + machine.temporary() + "."))
                : findings;
    }

    private void look(FolderProbe place, String who, String next, List<Finding> findings) {
        Path where = place.folder();
        if (place.refused() != null) {
            findings.add(Finding.problem(
                    subject(), who + " cannot be unpacked to " + where + ": " + place.refused() + ".", next));
        } else if (!place.startsPrograms()) {
            findings.add(Finding.problem(
                    subject(),
                    who + " cannot be started from " + where + ": the system starts no programs there (noexec).",
                    next));
        }
    }

    private static String option(String property, String command) {
        return "export WORKSHOP_JAVA_OPTIONS=-D" + property + "=DIR with another folder, then " + command;
    }
}
