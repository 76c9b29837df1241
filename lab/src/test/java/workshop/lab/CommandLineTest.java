package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workshop.lab.Workbench.Outcome;

/** The command line where no service runs. */
class CommandLineTest {
    @TempDir
    private Path home;

    private Outcome run(String... arguments) {
        return Workbench.run(List.of(arguments));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "up",
                "down",
                "status",
                "produce",
                "batch",
                "speed",
                "query",
                "sql",
                "verify",
                "doctor",
                "reset",
                "dataset",
                "result",
                "grade",
                "compare",
                "contract",
                "dead-letters"
            })
    void every_command_explains_itself(String command) {
        Outcome outcome = run(command, "--help");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("Usage: ./workshop " + command, "--home");
    }

    @Test
    void without_a_command_all_are_listed() {
        Outcome outcome = run();

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("./workshop demo", "batch", "Exit codes: 0 good");
    }

    @ParameterizedTest
    @CsvSource({
        "speed --trigger soon, The trigger \"soon\" is not known.",
        "query --format xml, That command line cannot be read.",
        "query --view tables, That command line cannot be read.",
        "query --customer Ali --view coverage, The view coverage cannot be asked for one customer.",
        "produce, That command line cannot be read.",
        "produce --random many, That command line cannot be read.",
        "produce --random 5 --stdin, That command line cannot be read.",
        "produce --random 5 --duplicates 60 --malformed 60, percent",
        "produce --file no/such/file, no/such/file",
        "demo --events no/such/file, no/such/file",
        "up --kafka-port 99999, port",
        "dataset, Missing required option",
        "dataset --seed ../Lina, That is no name of a student.",
        "dataset --seed Lina --answers --out x, --answers and --out cannot be given together.",
        "dataset --seed Lina --format csv, --format needs --answers.",
        "grade no/such/folder, no/such/folder cannot be graded.",
        "contract no/such/file, no/such/file",
        "batches, That command line cannot be read."
    })
    void a_malformed_option_is_wrong_usage_in_three_parts(String line, String what) {
        Outcome outcome = run((line + " --home " + home).split(" "));

        assertThat(outcome.err()).startsWith("error: ").contains(what, "\n  why: ", "\n next: ");
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "batch",
                "speed",
                "query",
                "verify",
                "dead-letters",
                "produce --random 3",
                "sql x",
                "result --seed Lina"
            })
    void a_command_that_needs_services_names_the_one_that_starts_them(String line) {
        Outcome outcome = run((line + " --home " + home).split(" "));

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .contains(
                        "error: Kafka and PostgreSQL are not running in " + home,
                        " next: ./workshop up --home " + home);
    }

    @Test
    void a_start_that_fails_tells_what_the_doctor_finds_below_the_error() throws IOException {
        Path file = Files.createFile(home.resolve("file"));

        Outcome outcome = run("up", "--home", file.resolve("home").toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .startsWith("error: Cannot write ")
                .contains(
                        "What ./workshop doctor finds on this machine:\n",
                        "Nothing can be written in " + file + ": it is a file.")
                .doesNotContain("good ");
    }

    @Test
    void status_of_a_home_without_services_says_so() {
        Outcome outcome = run("status", "--home", home.toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).contains("stopped", "Next: ./workshop up");
    }
}
