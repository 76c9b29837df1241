package workshop.lab.doctor;

import java.util.List;

/** Docker is never needed: this is for those who want Compose. */
final class DockerCheck implements Check {
    private static final long MEMORY = 4 * Size.GB;

    @Override
    public String subject() {
        return "docker";
    }

    @Override
    public List<Finding> look(Machine machine) {
        ProgramOutput engine = machine.run("docker", "info", "--format", "{{.ServerVersion}} {{.MemTotal}}");
        if (engine.isAbsent()) {
            return List.of(Finding.good(subject(), "Docker is not there, and ./workshop does not need it."));
        }
        String[] facts =
                engine.output().lines().reduce("", (first, last) -> last).split(" ");
        if (!engine.isGood() || facts.length != 2 || !facts[1].matches("[1-9][0-9]{0,17}")) {
            return List.of(Finding.warning(
                    subject(),
                    "Docker's engine does not answer; only docker compose needs it, ./workshop does not.",
                    "start Docker Desktop, or sudo systemctl start docker; if you may not ask it:"
                            + " sudo usermod -aG docker $USER, then log in again"));
        }
        ProgramOutput compose = machine.run("docker", "compose", "version", "--short");
        if (!compose.isGood() || compose.output().matches("v?1\\..*")) {
            return List.of(Finding.warning(
                    subject(),
                    "Docker " + facts[0] + " has no Compose 2; only docker compose needs it, ./workshop does not.",
                    "sudo apt-get install docker-compose-plugin, or see https://docs.docker.com/compose/install"));
        }
        long memory = Long.parseLong(facts[1]);
        String full =
                "Docker " + facts[0] + " with Compose " + compose.output() + " has " + Size.text(memory) + " of memory";
        return List.of(
                memory >= MEMORY
                        ? Finding.good(subject(), full + ".")
                        : Finding.warning(
                                subject(),
                                full + "; Kafka, PostgreSQL and the Spark cluster want 4 GB.",
                                "Docker Desktop: Settings, Resources, Memory; or use ./workshop without Docker"));
    }
}
