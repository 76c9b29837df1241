package workshop.lab.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static workshop.lab.doctor.Severity.PROBLEM;
import static workshop.lab.doctor.Severity.WARNING;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Docker, proxies, the user, the language, and what others left running. */
class SurroundingsTest {
    private static final String INFO = "docker info --format {{.ServerVersion}} {{.MemTotal}}";
    private static final String COMPOSE = "docker compose version --short";

    private final DescribedMachine machine = new DescribedMachine();

    private void says(Check check, Severity grade, String sentence, String next) throws IOException {
        assertThat(check.look(machine)).contains(new Finding(grade, check.subject(), sentence, next));
    }

    private void saysOnly(Check check, String good) throws IOException {
        assertThat(check.look(machine)).containsExactly(Finding.good(check.subject(), good));
    }

    @Test
    void without_Docker_all_is_good() throws IOException {
        saysOnly(new DockerCheck(), "Docker is not there, and ./workshop does not need it.");
        assertThat(new ComposePortsCheck().look(machine)).isEmpty();
    }

    @Test
    void a_Docker_that_works_is_told_with_its_memory() throws IOException {
        machine.answers.put(INFO, new ProgramOutput(0, "28.1.0 8000000000"));
        machine.answers.put(COMPOSE, new ProgramOutput(0, "2.35.1"));
        saysOnly(new DockerCheck(), "Docker 28.1.0 with Compose 2.35.1 has 8.0 GB of memory.");

        machine.answers.put(INFO, new ProgramOutput(0, "28.1.0 2000000000"));
        says(
                new DockerCheck(),
                WARNING,
                "Docker 28.1.0 with Compose 2.35.1 has 2.0 GB of memory; Kafka, PostgreSQL and the Spark cluster want 4 GB.",
                "Docker Desktop: Settings, Resources, Memory; or use ./workshop without Docker");
    }

    @Test
    void a_Docker_that_does_not_answer_or_has_no_Compose_is_only_a_warning() throws IOException {
        machine.answers.put(INFO, new ProgramOutput(1, "Cannot connect to the Docker daemon"));
        String down = "Docker's engine does not answer; only docker compose needs it, ./workshop does not.";
        assertThat(new DockerCheck().look(machine)).singleElement().satisfies(finding -> {
            assertThat(finding.grade()).isEqualTo(WARNING);
            assertThat(finding.sentence()).isEqualTo(down);
            assertThat(finding.next()).startsWith("start Docker Desktop, or sudo systemctl start docker");
        });

        machine.answers.put(INFO, new ProgramOutput(ProgramOutput.SILENT, ""));
        assertThat(new DockerCheck().look(machine).get(0).sentence()).isEqualTo(down);

        machine.answers.put(INFO, new ProgramOutput(0, "20.10.0 8000000000"));
        says(
                new DockerCheck(),
                WARNING,
                "Docker 20.10.0 has no Compose 2; only docker compose needs it, ./workshop does not.",
                "sudo apt-get install docker-compose-plugin, or see https://docs.docker.com/compose/install");
    }

    @Test
    void the_ports_of_Compose_may_be_taken_but_not_by_itself() throws IOException {
        machine.answers.put("docker --version", new ProgramOutput(0, "Docker version 28.1.0"));
        saysOnly(new ComposePortsCheck(), "Ports 9092 and 5432 are free for docker compose, or its own.");

        machine.holders.put(5432, "Process 9 (postgres)");
        says(
                new ComposePortsCheck(),
                WARNING,
                "Port 5432, which docker compose wants, is taken by Process 9 (postgres).",
                "POSTGRES_PORT=PORT docker compose up -d --wait, with another; ./workshop up takes a free one");

        machine.answers.put(
                "docker ps --filter publish=5432 --format {{.Label \"com.docker.compose.project\"}}",
                new ProgramOutput(0, "lambda-workshop"));
        saysOnly(new ComposePortsCheck(), "Ports 9092 and 5432 are free for docker compose, or its own.");
    }

    @Test
    void the_ports_of_Compose_are_those_that_its_variables_name() throws IOException {
        machine.answers.put("docker --version", new ProgramOutput(0, "Docker version 28.1.0"));
        machine.holders.put(9092, "Process 9 (java)");
        machine.variables.put("KAFKA_PORT", "19092");
        saysOnly(new ComposePortsCheck(), "Ports 19092 and 5432 are free for docker compose, or its own.");

        machine.holders.put(19092, "Process 10 (java)");
        says(
                new ComposePortsCheck(),
                WARNING,
                "Port 19092, which docker compose wants, is taken by Process 10 (java).",
                "KAFKA_PORT=PORT docker compose up -d --wait, with another; ./workshop up takes a free one");
    }

    @Test
    void a_proxy_that_also_gets_loopback_is_a_warning() throws IOException {
        saysOnly(new ProxyCheck(), "No proxy stands between the workshop and 127.0.0.1.");

        machine.variables.put("http_proxy", "http://proxy:3128");
        says(
                new ProxyCheck(),
                WARNING,
                "http_proxy is set and no_proxy does not name 127.0.0.1: curl and browsers will ask the proxy for the page.",
                "export no_proxy=127.0.0.1,localhost NO_PROXY=127.0.0.1,localhost");

        machine.variables.put("no_proxy", "example.org,127.0.0.1");
        saysOnly(new ProxyCheck(), "No proxy stands between the workshop and 127.0.0.1.");
    }

    @Test
    void a_SOCKS_proxy_that_gets_all_connections_is_a_problem() throws IOException {
        machine.properties.put("socksProxyHost", "proxy");
        saysOnly(new ProxyCheck(), "No proxy stands between the workshop and 127.0.0.1.");

        machine.properties.put("socksNonProxyHosts", "example.org");
        says(
                new ProxyCheck(),
                PROBLEM,
                "Java's -DsocksProxyHost is set and -DsocksNonProxyHosts does not name 127.*: Kafka and PostgreSQL are asked"
                        + " for at the proxy.",
                "add 127.*|localhost to -DsocksNonProxyHosts where it is set: JAVA_TOOL_OPTIONS, JDK_JAVA_OPTIONS or"
                        + " WORKSHOP_JAVA_OPTIONS");
    }

    @Test
    void an_encoding_other_than_UTF_8_is_a_warning_and_a_problem_for_a_home_it_cannot_name() throws IOException {
        saysOnly(new EncodingCheck(), "Text is read and written as UTF-8.");

        machine.properties.put("file.encoding", "ANSI_X3.4-1968");
        machine.properties.put("sun.jnu.encoding", "ANSI_X3.4-1968");
        says(
                new EncodingCheck(),
                WARNING,
                "Text is written as ANSI_X3.4-1968 here: Arabic letters and those with accents become question marks.",
                "export LC_ALL=C.UTF-8");

        machine.home = Path.of("/home/zoé");
        says(
                new EncodingCheck(),
                PROBLEM,
                "The home's name, /home/zoé, cannot be written in the encoding of this terminal, ANSI_X3.4-1968.",
                "export LC_ALL=C.UTF-8");
    }

    @Test
    void root_is_a_problem_only_if_PostgreSQL_cannot_be_kept_from_it() throws IOException {
        assertThat(new UserCheck().look(machine)).isEmpty();

        machine.properties.put("user.name", "root");
        machine.answers.put("unshare -U true", new ProgramOutput(0, ""));
        machine.answers.put("unshare -U test -w " + machine.home, new ProgramOutput(0, ""));
        assertThat(new UserCheck().look(machine)).isEmpty();

        machine.answers.put("unshare -U test -w " + machine.home, new ProgramOutput(1, ""));
        says(
                new UserCheck(),
                PROBLEM,
                "You are root, whose PostgreSQL runs without root's rights and may not write in " + machine.home + ".",
                "./workshop up --home DIR, with a folder of root's below folders that are open to all");

        machine.answers.put("unshare -U true", new ProgramOutput(1, "unshare failed: Operation not permitted"));
        says(
                new UserCheck(),
                PROBLEM,
                "You are root, as which PostgreSQL does not run, and this system does not let unshare -U take root's rights"
                        + " from it.",
                "run ./workshop as another user; in a container: docker run --user 1000");
    }

    @Test
    void services_of_other_homes_are_told_with_what_ends_them(@TempDir Path other) throws IOException {
        assertThat(new OtherHomesCheck().look(machine)).isEmpty();

        machine.otherHomes.put(other, List.of(7L, 8L));
        says(
                new OtherHomesCheck(),
                WARNING,
                "Services of another home run and take memory: " + other + " (processes 7 8).",
                "if nobody uses them: ./workshop down --home " + other);

        machine.otherHomes.clear();
        machine.otherHomes.put(Path.of("/tmp/gone"), List.of(7L));
        says(new OtherHomesCheck(), WARNING, "Services run whose home was deleted: /tmp/gone (process 7).", "kill 7");
    }
}
