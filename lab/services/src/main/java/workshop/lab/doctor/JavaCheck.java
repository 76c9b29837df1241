package workshop.lab.doctor;

import java.util.List;
import java.util.Set;

/** The Java that runs this also runs Spark and Kafka. */
final class JavaCheck implements Check {
    private static final int OLDEST = 17;
    /** Those that Spark 4.2 names in its documentation. */
    private static final Set<Integer> SUPPORTED = Set.of(17, 21, 25);

    private static final String NEXT = "install a JDK 17, 21 or 25 and set JAVA_HOME to it";

    @Override
    public String subject() {
        return "java";
    }

    @Override
    public List<Finding> look(Machine machine) {
        String full = "Java " + machine.property("java.version") + " of " + machine.property("java.vendor");
        int version = (int) Double.parseDouble(machine.property("java.specification.version"));
        if (version < OLDEST) {
            return List.of(Finding.problem(subject(), full + " is too old: the workshop needs 17 or newer.", NEXT));
        }
        return List.of(
                SUPPORTED.contains(version)
                        ? Finding.good(subject(), full + ": Spark 4.2 supports it.")
                        : Finding.warning(
                                subject(),
                                full + ": Spark 4.2 supports 17, 21 and 25; this one is untested and may fail.",
                                NEXT));
    }
}
