package workshop.lab.doctor;

import java.util.ArrayList;
import java.util.List;

/** The ports that Compose publishes, if there is a Docker at all. */
final class ComposePortsCheck implements Check {
    private static final String PROJECT = "lambda-workshop";
    private static final Published KAFKA = new Published("KAFKA_PORT", 9092);
    private static final Published POSTGRES = new Published("POSTGRES_PORT", 5432);

    @Override
    public String subject() {
        return "compose";
    }

    /** A port that Compose publishes, and the variable that moves it. */
    private record Published(String variable, int standard) {
        int on(Machine machine) {
            String given = machine.variable(variable);
            return given.matches("[0-9]{1,5}") ? Integer.parseInt(given) : standard;
        }
    }

    @Override
    public List<Finding> look(Machine machine) {
        if (machine.run("docker", "--version").isAbsent()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (Published published : List.of(POSTGRES, KAFKA)) {
            int port = published.on(machine);
            machine.holder(port)
                    .filter(holder -> !isOurs(machine, port))
                    .ifPresent(holder -> findings.add(taken(port, holder, published.variable())));
        }
        return findings.isEmpty()
                ? List.of(Finding.good(
                        subject(),
                        "Ports " + KAFKA.on(machine) + " and " + POSTGRES.on(machine)
                                + " are free for docker compose, or its own."))
                : findings;
    }

    private Finding taken(int port, String holder, String variable) {
        return Finding.warning(
                subject(),
                "Port " + port + ", which docker compose wants, is taken by " + holder + ".",
                variable + "=PORT docker compose up -d --wait, with another; ./workshop up takes a free one");
    }

    private static boolean isOurs(Machine machine, int port) {
        String label = "{{.Label \"com.docker.compose.project\"}}";
        return machine.run("docker", "ps", "--filter", "publish=" + port, "--format", label)
                .output()
                .lines()
                .anyMatch(PROJECT::equals);
    }
}
