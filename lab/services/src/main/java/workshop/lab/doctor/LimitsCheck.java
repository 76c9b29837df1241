package workshop.lab.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Open files of a process, and processes with their threads of a user or container. */
final class LimitsCheck implements Check {
    /** The demo runs with these; with half of them, a batch ends with too many open files. */
    private static final long FILES = 1024;

    /** The demo has about 400 threads, and a student other programs. */
    private static final long PROCESSES_AMPLE = 1024;

    private static final long PROCESSES_LEAST = 450;

    @Override
    public String subject() {
        return "limits";
    }

    @Override
    public List<Finding> look(Machine machine) throws IOException {
        Limits limits = machine.limits();
        List<Finding> findings = new ArrayList<>();
        if (limits.openFiles() < FILES) {
            findings.add(
                    Finding.problem(
                            subject(),
                            "A program may open " + limits.openFiles() + " files here; Kafka and Spark need 1024.",
                            "ulimit -n 4096 in this terminal; where that is refused, raise nofile in /etc/security/limits.conf"));
        }
        if (limits.processes() < PROCESSES_AMPLE) {
            String sentence =
                    "You may run " + limits.processes() + " processes and threads here; the demo alone has about 400.";
            String next = "ulimit -u 4096 in this terminal; in a container: docker run --pids-limit 4096";
            findings.add(
                    limits.processes() < PROCESSES_LEAST
                            ? Finding.problem(subject(), sentence, next)
                            : Finding.warning(subject(), sentence, next));
        }
        return findings.isEmpty()
                ? List.of(Finding.good(
                        subject(),
                        "Open files: " + number(limits.openFiles()) + "; processes and threads: "
                                + number(limits.processes()) + "."))
                : findings;
    }

    private static String number(long limit) {
        return limit == Long.MAX_VALUE ? "unlimited" : Long.toString(limit);
    }
}
