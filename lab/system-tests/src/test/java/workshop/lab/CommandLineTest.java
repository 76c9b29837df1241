package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workshop.lab.Workbench.Outcome;

/** The command line if no service runs. */
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
                "dead-letters",
                "check",
                "progress",
                "step",
                "kill"
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
        "query --view naive, Is customer_totals_naive meant?",
        "query --view by-clock, next: ./workshop query --view customer_totals_by_clock",
        "query --view tables, There is no view \"tables\".",
        "batch no/such/file, no/such/file is not there",
        "produce no/such/file, no/such/file",
        "produce events.json --stdin, That command line cannot be read.",
        "sql select a from b, Quote the statement.",
        "query --customer Ali --view coverage, The view coverage cannot be asked for one customer.",
        "produce, why: Missing required argument",
        "produce --random many, That command line cannot be read.",
        "produce --random 5 --stdin, That command line cannot be read.",
        "produce --random 5 --duplicates 60 --malformed 60, percent",
        "produce --file no/such/file, no/such/file",
        "demo --events no/such/file, no/such/file",
        "up --kafka-port 99999, port",
        "demo --watch --port 70000, There is no port 70000.",
        "dataset, Missing required option",
        "dataset --seed ../Lina, That is no name of a student.",
        "dataset --seed Lina --answers --out x, --answers and --out cannot be given together.",
        "dataset --seed Lina --format csv, --format needs --answers.",
        "grade no/such/folder, no/such/folder cannot be graded.",
        "contract no/such/file, no/such/file",
        "check, Which step?",
        "check 3 --all, Which step?",
        "check 99, There is no step 99.",
        "check three, That command line cannot be read.",
        "step 99 --yes, There is no step 99.",
        "step, That command line cannot be read.",
        "kill kafka, That command line cannot be read.",
        "batches, That command line cannot be read.",
        "speed --until-caugth-up, Did you mean --until-caught-up?"
    })
    void a_malformed_option_is_wrong_usage_in_three_parts(String line, String what) {
        Outcome outcome = run((line + " --home " + home).split(" "));

        assertThat(outcome.err()).startsWith("error: ").contains(what, "\n  why: ", "\n next: ");
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @Test
    void a_step_says_which_files_it_writes_anew_before_it_asks() {
        assertThat(run("step", "8", "--home", home.toString()).out())
                .startsWith("This deletes all topics, tables and totals in " + home + ", then runs the commands")
                .contains("\nThey write mine.json, bad.json and comparison.csv of the workshop's folder anew.\n");
    }

    @Test
    void a_folder_is_no_file_whichever_way_it_was_named() {
        for (String line : List.of("contract ", "batch ", "batch --history ")) {
            Outcome outcome = run((line + home).split(" "));

            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.err().lines().toList())
                    .isEqualTo(List.of(
                            "error: The history file " + home + " is a directory.",
                            "  why: What is read is a file, not a folder: name the files in it, one by one.",
                            " next: ls " + home));
        }
    }

    @Test
    void help_is_a_command_too() {
        assertThat(run("help").out()).isEqualTo(run().out());
        assertThat(run("help", "batch").out()).isEqualTo(run("batch", "--help").out());
        assertThat(run("help", "kappa", "run").out())
                .isEqualTo(run("kappa", "run", "--help").out());
        assertThat(run("help", "bacth").err().lines().toList())
                .isEqualTo(List.of(
                        "error: That command line cannot be read.",
                        "  why: There is no command bacth. Did you mean contract or batch or doctor?",
                        " next: ./workshop --help"));
    }

    @Test
    void a_statement_without_quotes_is_sent_back_for_them() {
        Outcome outcome = run("sql", "select", "LICENSE", "README.md", "from", "customer_totals");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err().lines().toList())
                .isEqualTo(List.of(
                        "error: The statement came as 5 words. Quote the statement.",
                        "  why: Without quotes the shell takes it apart at the spaces, and writes file names for a *.",
                        " next: ./workshop sql 'select * from customer_totals'"));
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
    void a_check_without_services_says_how_to_start_them_and_changes_nothing() {
        Outcome outcome = run("check", "3", "--home", home.toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out())
                .isEqualTo("MISSING  Kafka and PostgreSQL do not run in " + home + ".\n"
                        + "          why: They were not started yet, or were stopped; what is in them stays.\n"
                        + "         next: ./workshop up --home " + home + "\n"
                        + "Step 3 is not done: 1 of 1 finding.\n"
                        + "Step 1 comes before it and was not found done yet: ./workshop check 1 --home " + home
                        + "\n");
        assertThat(home).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "step 3"})
    void without_a_terminal_nothing_is_deleted_unasked(String line) throws IOException {
        Path kept = Files.createFile(Files.createDirectory(home.resolve("lake")).resolve("kept"));

        Outcome outcome = run((line + " --home " + home).split(" "));

        assertThat(outcome.out() + outcome.err())
                .contains("Nothing was deleted"); // JDK 22 has a console, which is at its end
        assertThat(kept).exists();
    }

    @Test
    void progress_names_the_next_step_even_if_its_file_is_damaged() throws IOException {
        Outcome none = run("progress", "--home", home.toString());
        Files.writeString(home.resolve("progress.json"), "{");
        Outcome damaged = run("progress", "--home", home.toString());

        String next = "Next: step 1, Set up: see WORKSHOP.md, then ./workshop check 1 --home " + home + "\n";
        assertThat(none.exitCode()).isZero();
        assertThat(none.out()).endsWith(next);
        assertThat(damaged.exitCode()).isZero();
        assertThat(damaged.out()).endsWith(next);
        assertThat(damaged.err())
                .startsWith("error: The progress in " + home)
                .contains("\n next: ./workshop check --all");
    }

    @Test
    void nothing_is_killed_if_nothing_runs() {
        Outcome outcome = run("kill", "batch", "--home", home.toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err().lines().toList())
                .isEqualTo(List.of(
                        "error: Nothing to kill: the batch layer does not run in " + home + ".",
                        "  why: It was not started, or has ended, or runs in another home.",
                        " next: ./workshop batch --home " + home + " in another terminal, which starts it"));
    }

    @Test
    void status_of_a_home_without_services_says_so() {
        Outcome outcome = run("status", "--home", home.toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).contains("stopped", "Next: ./workshop up");
    }

    @Test
    void a_file_of_which_nothing_keeps_the_contract_is_named_for_what_it_looks_like() throws IOException {
        Path csv = Files.writeString(home.resolve("my data.csv"), "customer,amount\nAli,1.50\n");

        Outcome outcome = run("contract", csv.toString());

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .startsWith("read 2 = accepted 0 + duplicates 0 + rejected 2\n")
                .endsWith("No record keeps the contract.\n"
                        + csv + " looks like CSV (commas between the fields); wanted is one JSON object a line.\n"
                        + "Next: write each row as an object: {\"customer\": \"Ali\", \"amount\": 1.50}\n");

        Path wide = Files.write(home.resolve("my wide.json"), "{}\n".repeat(9).getBytes(StandardCharsets.UTF_16));
        assertThat(run("contract", wide.toString()).out())
                .endsWith("Next: iconv -f UTF-16 -t UTF-8 '" + wide + "' > '" + home
                        + "/my wide-lines.json', then the same" + " with '" + home + "/my wide-lines.json'\n");
        Path empty = Files.createFile(home.resolve("empty.json"));
        assertThat(run("contract", empty.toString()).out())
                .contains("\n" + empty + " is empty.\nNext: head -n 3 datasets/transactions.json")
                .doesNotContain("No record");
    }

    @Test
    void the_words_of_the_parser_are_behind_verbose() throws IOException {
        Path file = Files.writeString(
                home.resolve("mine.json"),
                "{\"customer\":\"Ali\",\"amount\":1,50}\n{\"customer\":\"Ali\",\"amount\":1}\n");

        assertThat(run("contract", file.toString()).out())
                .contains("not_json: not JSON: the number 1,50 has a decimal comma; write 1.50\n")
                .doesNotContain("Unexpected", "No record keeps", "Next: ");
        assertThat(run("contract", "--verbose", file.toString()).out())
                .contains("write 1.50 (the parser: Unexpected character ('5' (code 53)): was expecting double-quote to"
                        + " start field name)\n");
    }

    @Test
    void likely_twins_of_a_file_are_named() throws IOException {
        Path file = home.resolve("mine.json");
        Files.writeString(file, "{\"customer\":\"Ali\",\"amount\":1}\n{\"customer\":\"ali\",\"amount\":2}\n");
        assertThat(run("contract", file.toString()).out())
                .endsWith("\nLikely one customer, counted apart: \"Ali\" and \"ali\".\n");

        StringBuilder many = new StringBuilder();
        for (char name = 'a'; name <= 'g'; name++) {
            many.append("{\"customer\":\"").append(name).append("\",\"amount\":1}\n");
            many.append("{\"customer\":\"").append((char) (name - 32)).append("\",\"amount\":1}\n");
        }
        Files.writeString(file, many);
        assertThat(run("contract", file.toString()).out())
                .endsWith("\nLikely one customer, counted apart: \"A\" and \"a\"; \"B\" and \"b\"; \"C\" and \"c\";"
                        + " \"D\" and \"d\"; \"E\" and \"e\"; and 2 more.\n");
    }
}
