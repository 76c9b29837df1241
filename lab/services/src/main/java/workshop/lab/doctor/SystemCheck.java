package workshop.lab.doctor;

import java.util.List;

/** Linux or macOS, on Windows in WSL. */
final class SystemCheck implements Check {
    /** How the kernel of WSL 1 ends its version; WSL 2 has a real one: microsoft-standard-WSL2. */
    private static final String FIRST_WSL = "-Microsoft";

    @Override
    public String subject() {
        return "system";
    }

    @Override
    public List<Finding> look(Machine machine) {
        String name = machine.property("os.name");
        String version = machine.property("os.version");
        String full = name + " " + version + " on " + machine.property("os.arch");
        if (name.startsWith("Windows")) {
            return List.of(Finding.problem(
                    subject(),
                    full + ": the workshop starts Linux programs, which need WSL there.",
                    "wsl --install in a terminal of Windows, then run ./workshop in the terminal of that Linux"));
        }
        if (version.endsWith(FIRST_WSL)) {
            return List.of(Finding.warning(
                    subject(),
                    full + ": this is WSL 1, which has no Linux kernel; PostgreSQL may be slow or fail.",
                    "wsl --set-version " + distribution(machine) + " 2 in a terminal of Windows"));
        }
        return List.of(Finding.good(subject(), full + "."));
    }

    private static String distribution(Machine machine) {
        String known = machine.variable("WSL_DISTRO_NAME");
        return known.isEmpty() ? "Ubuntu" : known;
    }
}
