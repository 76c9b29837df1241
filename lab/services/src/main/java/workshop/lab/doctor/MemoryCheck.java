package workshop.lab.doctor;

import java.io.IOException;
import java.util.List;

/** Whether Kafka, PostgreSQL and Spark fit beside what runs already. */
final class MemoryCheck implements Check {
    private static final long AMPLE = 4 * Size.GB;
    /** All processes of the demo together take a little less than this. */
    private static final long LEAST = Size.GB;

    private static final String GIVE_LESS =
            "close other programs, or let the workshop take less:" + " WORKSHOP_JAVA_OPTIONS=-Xmx1g ./workshop demo";

    @Override
    public String subject() {
        return "memory";
    }

    @Override
    public List<Finding> look(Machine machine) throws IOException {
        Memory memory = machine.memory();
        String free = Size.text(memory.available()) + " of " + Size.text(memory.total())
                + (memory.limited() ? " that this container may use are free" : " are free");
        if (memory.available() >= AMPLE) {
            return List.of(Finding.good(subject(), free + "; the demo wants about 4 GB."));
        }
        if (memory.available() >= LEAST) {
            return List.of(Finding.warning(
                    subject(), free + "; the demo wants about 4 GB and may be slow.", next(machine, memory)));
        }
        return List.of(Finding.problem(
                subject(),
                free + "; Kafka, PostgreSQL and Spark together take about 1 GB at the least.",
                next(machine, memory)));
    }

    /** Memory that another program frees does not help if a limit is the smaller. */
    private static String next(Machine machine, Memory memory) {
        if (memory.total() < AMPLE && memory.limited()) {
            return "give the container more: docker run --memory 6g, or the memory setting of the cloud workspace";
        }
        if (memory.total() < AMPLE && machine.property("os.version").contains("WSL")) {
            return "write memory=6GB below [wsl2] in %UserProfile%\\.wslconfig on Windows, then there: wsl --shutdown";
        }
        return GIVE_LESS;
    }
}
