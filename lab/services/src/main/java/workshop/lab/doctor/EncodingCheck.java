package workshop.lab.doctor;

import java.util.List;

/** Names of customers and of folders hold more than ASCII. */
final class EncodingCheck implements Check {
    private static final String UTF_8 = "UTF-8";

    @Override
    public String subject() {
        return "encoding";
    }

    @Override
    public List<Finding> look(Machine machine) {
        String terminal = first(machine, "stdout.encoding", "sun.stdout.encoding", "native.encoding", "file.encoding");
        String files = first(machine, "sun.jnu.encoding", "native.encoding");
        String next = "export LC_ALL=" + (machine.property("os.name").startsWith("Mac") ? "en_US" : "C") + ".UTF-8";
        if (!files.equals(UTF_8) && !machine.home().toString().chars().allMatch(c -> c < 128)) {
            return List.of(Finding.problem(
                    subject(),
                    "The home's name, " + machine.home() + ", cannot be written in the encoding of this terminal, "
                            + files + ".",
                    next));
        }
        if (terminal.equals(UTF_8) && first(machine, "file.encoding").equals(UTF_8)) {
            return List.of(Finding.good(subject(), "Text is read and written as UTF-8."));
        }
        return List.of(Finding.warning(
                subject(),
                "Text is written as " + (terminal.equals(UTF_8) ? first(machine, "file.encoding") : terminal)
                        + " here: Arabic letters and those with accents become question marks.",
                next));
    }

    private static String first(Machine machine, String... properties) {
        for (String property : properties) {
            String value = machine.property(property);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return UTF_8;
    }
}
