package workshop.lab.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The ports that Compose publishes, where there is a Docker at all. */
final class ComposePortsCheck implements Check {
    private static final String PROJECT = "lambda-workshop";

    @Override
    public String subject() {
        return "compose";
    }

    @Override
    public List<Finding> look(Machine machine) {
        List<Finding> findings = new ArrayList<>();
        if (machine.run("docker", "--version").isAbsent()) {
            return findings;
        }
        new TreeMap<>(Map.of(5432, "POSTGRES_PORT", 9092, "KAFKA_PORT")).forEach((port, variable) -> machine.holder(
                        port)
                .filter(holder -> !isOurs(machine, port))
                .ifPresent(holder -> findings.add(Finding.warning(
                        subject(),
                        "Port " + port + ", which docker compose wants, is taken by " + holder + ".",
                        variable
                                + "=PORT docker compose up -d --wait, with another; ./workshop up takes a free one"))));
        return findings.isEmpty()
                ? List.of(Finding.good(subject(), "Ports 9092 and 5432 are free for docker compose, or its own."))
                : findings;
    }

    private static boolean isOurs(Machine machine, int port) {
        String label = "{{.Label \"com.docker.compose.project\"}}";
        return machine.run("docker", "ps", "--filter", "publish=" + port, "--format", label)
                .output()
                .lines()
                .anyMatch(PROJECT::equals);
    }
}
