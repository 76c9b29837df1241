package workshop.lab.doctor;

import java.io.IOException;
import java.util.List;

/** PostgreSQL refuses to be root; the workshop takes root's rights from it if the system lets it. */
final class UserCheck implements Check {
    @Override
    public String subject() {
        return "user";
    }

    @Override
    public List<Finding> look(Machine machine) throws IOException {
        if (!machine.property("user.name").equals("root")) {
            return List.of();
        }
        ProgramOutput unshare = machine.run("unshare", "-U", "true");
        if (!unshare.isGood()) {
            return List.of(Finding.problem(
                    subject(),
                    "You are root, as which PostgreSQL does not run, and this system does not let unshare -U take"
                            + " root's rights from it.",
                    "run ./workshop as another user; in a container: docker run --user 1000"));
        }
        FolderProbe place = machine.place(machine.home());
        String home = place.nearest().toString();
        if (place.refused() != null) {
            return List.of(); // said of the home
        }
        return machine.run("unshare", "-U", "test", "-w", home).isGood()
                ? List.of()
                : List.of(Finding.problem(
                        subject(),
                        "You are root, whose PostgreSQL runs without root's rights and may not write in " + home + ".",
                        "./workshop up --home DIR, with a folder of root's below folders that are open to all"));
    }
}
