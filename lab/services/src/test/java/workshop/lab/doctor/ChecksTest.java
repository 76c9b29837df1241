package workshop.lab.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static workshop.lab.doctor.Severity.GOOD;
import static workshop.lab.doctor.Severity.PROBLEM;
import static workshop.lab.doctor.Severity.WARNING;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workshop.lab.services.ServiceStatus;
import workshop.lab.services.ServiceStatus.Condition;

/** What a student reads, of good machines and of bad ones. */
class ChecksTest {
    private final DescribedMachine machine = new DescribedMachine();

    private void says(Check check, Severity grade, String sentence, String next) throws IOException {
        assertThat(check.look(machine)).contains(new Finding(grade, check.subject(), sentence, next));
    }

    private void saysOnly(Check check, String good) throws IOException {
        assertThat(check.look(machine)).containsExactly(Finding.good(check.subject(), good));
    }

    @Test
    void a_system_is_named() throws IOException {
        saysOnly(new SystemCheck(), "Linux 6.8.0 on amd64.");
    }

    @Test
    void windows_itself_is_a_problem() throws IOException {
        machine.properties.put("os.name", "Windows 11");

        says(
                new SystemCheck(),
                PROBLEM,
                "Windows 11 6.8.0 on amd64: the workshop starts Linux programs, which need WSL there.",
                "wsl --install in a terminal of Windows, then run ./workshop in the terminal of that Linux");
    }

    @Test
    void the_first_WSL_is_a_warning_and_the_second_is_not() throws IOException {
        machine.variables.put("WSL_DISTRO_NAME", "Debian");
        machine.properties.put("os.version", "4.4.0-19041-Microsoft");

        says(
                new SystemCheck(),
                WARNING,
                "Linux 4.4.0-19041-Microsoft on amd64: this is WSL 1, which has no Linux kernel; PostgreSQL may be slow or"
                        + " fail.",
                "wsl --set-version Debian 2 in a terminal of Windows");

        machine.properties.put("os.version", "5.15.0-microsoft-standard-WSL2");
        saysOnly(new SystemCheck(), "Linux 5.15.0-microsoft-standard-WSL2 on amd64.");
    }

    @ParameterizedTest
    @CsvSource({
        "1.8, 1.8.0_402, PROBLEM, is too old: the workshop needs 17 or newer.",
        "11, 11.0.22, PROBLEM, is too old: the workshop needs 17 or newer.",
        "17, 17.0.15, GOOD, : Spark 4.2 supports it.",
        "21, 21.0.7, GOOD, : Spark 4.2 supports it.",
        "25, 25.0.3, GOOD, : Spark 4.2 supports it.",
        "24, 24, WARNING, ': Spark 4.2 supports 17, 21 and 25; this one is untested and may fail.'"
    })
    void each_Java_is_told_whether_Spark_supports_it(String specification, String version, Severity grade, String rest)
            throws IOException {
        machine.properties.put("java.specification.version", specification);
        machine.properties.put("java.version", version);

        String sentence = "Java " + version + " of Eclipse Adoptium" + (rest.startsWith(":") ? "" : " ") + rest;
        says(
                new JavaCheck(),
                grade,
                sentence,
                grade == GOOD ? null : "install a JDK 17, 21 or 25 and set JAVA_HOME to it");
    }

    @Test
    void ample_memory_is_good() throws IOException {
        saysOnly(new MemoryCheck(), "5.2 GB of 8.0 GB are free; the demo wants about 4 GB.");
    }

    @Test
    void little_memory_is_a_warning_and_too_little_a_problem() throws IOException {
        String next = "close other programs, or let the workshop take less:"
                + " WORKSHOP_JAVA_OPTIONS=-Xmx1g ./workshop demo";
        machine.memory = new Memory(8 * Size.GB, 2_350 * Size.MB, false);
        says(new MemoryCheck(), WARNING, "2.3 GB of 8.0 GB are free; the demo wants about 4 GB and may be slow.", next);

        machine.memory = new Memory(8 * Size.GB, 700 * Size.MB, false);
        says(
                new MemoryCheck(),
                PROBLEM,
                "700 MB of 8.0 GB are free; Kafka, PostgreSQL and Spark together take about 1 GB at the least.",
                next);
    }

    @Test
    void a_container_is_told_to_get_more_memory_and_so_is_WSL() throws IOException {
        machine.memory = new Memory(2 * Size.GB, 1_500 * Size.MB, true);
        says(
                new MemoryCheck(),
                WARNING,
                "1.5 GB of 2.0 GB that this container may use are free; the demo wants about 4 GB and may be slow.",
                "give the container more: docker run --memory 6g, or the memory setting of the cloud workspace");

        machine.memory = new Memory(3_900 * Size.MB, 3 * Size.GB, false);
        machine.properties.put("os.version", "5.15.0-microsoft-standard-WSL2");
        assertThat(new MemoryCheck().look(machine).get(0).next()).contains("memory=6GB below [wsl2]", "wsl --shutdown");
    }

    @Test
    void a_limit_on_files_or_processes_is_told_with_what_raises_it() throws IOException {
        saysOnly(new LimitsCheck(), "Open files: 1048576; processes and threads: 30000.");

        machine.limits = new Limits(400, 800);
        says(
                new LimitsCheck(),
                PROBLEM,
                "A program may open 400 files here; Kafka and Spark need 1024.",
                "ulimit -n 4096 in this terminal; where that is refused, raise nofile in /etc/security/limits.conf");
        says(
                new LimitsCheck(),
                WARNING,
                "You may run 800 processes and threads here; the demo alone has about 400.",
                "ulimit -u 4096 in this terminal; in a container: docker run --pids-limit 4096");
    }

    @Test
    void a_machine_that_cannot_call_itself_is_a_problem() throws IOException {
        saysOnly(new LoopbackCheck(), "127.0.0.1 answers, and localhost is 127.0.0.1.");

        machine.deafness = "Connection refused";
        says(
                new LoopbackCheck(),
                PROBLEM,
                "This machine cannot call itself at 127.0.0.1: Connection refused.",
                "sudo ip link set lo up; or let the firewall or VPN pass what goes to 127.0.0.1");
    }

    @Test
    void a_localhost_that_is_elsewhere_or_nowhere_is_a_warning() throws IOException {
        machine.addresses.put("localhost", List.of("10.0.0.7"));
        String next = "echo '127.0.0.1 localhost' | sudo tee -a /etc/hosts";
        says(new LoopbackCheck(), WARNING, "The name localhost is 10.0.0.7 here, not 127.0.0.1.", next);

        machine.addresses.remove("localhost");
        says(new LoopbackCheck(), WARNING, "The name localhost is not known here.", next);
    }

    @Test
    void a_machine_whose_name_has_no_address_is_a_problem_unless_Spark_is_told_one() throws IOException {
        saysOnly(new HostNameCheck(), "laptop is 127.0.1.1.");

        machine.addresses.remove("laptop");
        says(
                new HostNameCheck(),
                PROBLEM,
                "The name of this machine, laptop, has no address, and Spark does not start without.",
                "export SPARK_LOCAL_IP=127.0.0.1; or for good: echo '127.0.0.1 laptop' | sudo tee -a /etc/hosts");

        machine.variables.put("SPARK_LOCAL_IP", "127.0.0.1");
        saysOnly(new HostNameCheck(), "laptop has no address, but SPARK_LOCAL_IP says which one Spark is to take.");
    }

    @Test
    void a_clock_that_is_wrong_or_being_set_is_a_warning() throws IOException {
        saysOnly(new ClockCheck(), "It says 2026-03-01T10:00:00Z and runs evenly.");

        machine.clockJump = Duration.ofSeconds(-90);
        assertThat(new ClockCheck().look(machine).get(0).sentence())
                .isEqualTo("The clock jumped by -90000 ms since this command began: it is being set.");

        machine.now = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(new ClockCheck().look(machine).get(0).sentence())
                .isEqualTo(
                        "The clock says 2026-01-01T00:00:00Z, but the workshop was built later: 2026-02-01T10:00:00Z.");

        machine.now = Instant.parse("2106-02-07T06:28:15Z");
        assertThat(new ClockCheck().look(machine)).singleElement().satisfies(finding -> {
            assertThat(finding.grade()).isEqualTo(WARNING);
            assertThat(finding.sentence()).isEqualTo("The clock says 2106-02-07T06:28:15Z, which can hardly be.");
            assertThat(finding.next()).startsWith("sudo timedatectl set-ntp true");
        });
    }

    @Test
    void services_that_run_are_good_and_those_that_died_or_hang_are_not() throws IOException {
        machine.services.add(new ServiceStatus("Kafka", Condition.RUNNING, 7, 23456, "4.3.1", null));
        saysOnly(new ServicesCheck(), "Kafka runs at 127.0.0.1:23456.");

        machine.services.set(0, new ServiceStatus("Kafka", Condition.DIED, 0, 23456, "4.3.1", null));
        machine.services.add(new ServiceStatus("PostgreSQL", Condition.SILENT, 8, 23457, "18.6", null));
        says(
                new ServicesCheck(),
                WARNING,
                "Kafka was started and is gone: killed, or the machine was restarted.",
                "./workshop up --home /home/ali/workshop/.workshop starts it again, with its data");
        says(
                new ServicesCheck(),
                WARNING,
                "PostgreSQL has a process (8) that does not answer at port 23457: it starts, stops or hangs.",
                "./workshop up --home /home/ali/workshop/.workshop waits for it, and starts it anew if it hangs");
    }

    @Test
    void a_recorded_port_that_another_took_is_a_warning() throws IOException {
        machine.services.add(new ServiceStatus("Kafka", Condition.STOPPED, 0, 23456, "4.3.1", null));
        saysOnly(new ServicesCheck(), "Kafka is stopped; its port 23456 is free.");

        machine.holders.put(23456, "Process 9 (/usr/bin/nc)");
        says(
                new ServicesCheck(),
                WARNING,
                "Port 23456, where Kafka listened last, is taken by Process 9 (/usr/bin/nc).",
                "./workshop up --home /home/ali/workshop/.workshop takes another by itself: do not name this one");
    }

    @Test
    void the_port_of_the_page_may_be_taken() throws IOException {
        saysOnly(new PagePortCheck(), "Port 8080 is free for the live page.");

        machine.holders.put(8080, "Another program");
        says(
                new PagePortCheck(),
                WARNING,
                "Port 8080 of the live page is taken by Another program.",
                "./workshop dashboard --port 0 takes a free one; ./workshop demo --watch --port 0 too");
    }

    @Test
    void the_port_of_the_page_is_the_one_of_its_setting() throws IOException {
        machine.holders.put(8080, "Another program");
        machine.variables.put("WORKSHOP_DASHBOARD_PORT", "8090");
        saysOnly(new PagePortCheck(), "Port 8090 is free for the live page.");

        machine.holders.put(8090, "Process 9 (java)");
        says(
                new PagePortCheck(),
                WARNING,
                "Port 8090 of the live page is taken by Process 9 (java).",
                "./workshop dashboard --port 0 takes a free one; ./workshop demo --watch --port 0 too");

        machine.variables.put("WORKSHOP_DASHBOARD_PORT", "0");
        saysOnly(new PagePortCheck(), "The live page takes any port that is free: WORKSHOP_DASHBOARD_PORT is 0.");

        machine.variables.put("WORKSHOP_DASHBOARD_PORT", "eighty");
        says(
                new PagePortCheck(),
                PROBLEM,
                "The setting dashboard.port has the value \"eighty\". It must be a port from 1 to 65535, or 0 for a free"
                        + " one.",
                "correct the environment variable WORKSHOP_DASHBOARD_PORT");
    }

    @Test
    void missing_libraries_are_a_problem_and_offline_another_word() throws IOException {
        saysOnly(new BuildCheck(), "All libraries are there: nothing has to be fetched.");

        machine.isOnline = false;
        saysOnly(new BuildCheck(), "All libraries are there: nothing has to be fetched.");

        machine.missingParts.add("The jars of the Kafka broker are missing.");
        says(new BuildCheck(), PROBLEM, "The jars of the Kafka broker are missing.", "./mvnw package -DskipTests");
        says(
                new BuildCheck(),
                WARNING,
                "Maven Central (repo.maven.apache.org) does not answer, from which Maven fetches what is missing.",
                "go online; behind a proxy, name it to Maven: export MAVEN_OPTS='-Dhttps.proxyHost=HOST"
                        + " -Dhttps.proxyPort=PORT'");
    }
}
