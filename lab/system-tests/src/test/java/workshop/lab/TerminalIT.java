package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person at a terminal sees, and no file or pipe gets: on a terminal that {@code script} of util-linux makes. */
class TerminalIT extends OnWorkbench {
    private static final char CTRL_C = '\3';
    private static final char CTRL_D = '\4';
    private static final String ALI = "{\"customer\": \"Ali\", \"amount\": 120}";
    private static final String PROMPT =
            "Type one JSON object a line, as {\"customer\": \"Ali\", \"amount\": 10.00}. Ctrl-D ends it.";
    private static final String RUNS = "The speed layer counts what comes into the topic transactions. Ctrl-C ends it.";

    @BeforeEach
    void look() throws Exception {
        boolean isThere;
        try {
            Process trial = new ProcessBuilder("script", "-qec", "true", "/dev/null")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            isThere = trial.waitFor() == 0;
        } catch (IOException absent) {
            isThere = false;
        }
        assumeTrue(isThere, "NOT TESTED: what appears on a terminal, since script of util-linux is not there");
    }

    private Process onTerminal(String... command) throws IOException {
        return bench.onTerminal(command);
    }

    private static void type(Process terminal, String text) throws IOException {
        OutputStream keys = terminal.getOutputStream();
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    private String seen() throws IOException {
        return bench.output(0);
    }

    @Test
    void a_person_who_types_transactions_is_told_how() throws Exception {
        Process produce = onTerminal("produce", "--stdin");
        await().until(() -> seen().contains(PROMPT));

        type(produce, ALI + "\n" + ALI + "\n" + CTRL_D);

        assertThat(produce.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(seen())
                .containsPattern("Sent 2 records in [0-9.]+ s: all acknowledged[.]")
                .doesNotContain("Sending");
        assertThat(produce.exitValue()).isZero();
    }

    @Test
    void a_name_in_csv_moves_no_cursor_of_a_terminal_and_is_exact_in_a_pipe() throws Exception {
        bench.batch(bench.file("names.json", "{\"customer\": \"a\\u009b31m\\u202eb\", \"amount\": 120}\n"));

        Process terminal = onTerminal("query", "--format", "csv");

        assertThat(terminal.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(seen()).contains("a\\u009b31m\\u202eb,120.00,");
        assertThat(bench.cli("query", "--format", "csv").out()).contains("\na\u009b31m\u202eb,120.00,");
    }

    @Test
    void a_pipe_is_not_spoken_to() throws Exception {
        Path lines = Files.writeString(bench.home().resolve("lines"), ALI + "\n");

        Process produce = bench.commandFrom(lines, "produce", "--stdin");

        assertThat(produce.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(seen()).matches("Sent 1 record in [0-9.]+ s: all acknowledged[.]\n");
    }

    @Test
    void a_speed_layer_shows_how_far_it_is_in_one_line_that_goes_when_it_ends() throws Exception {
        bench.produce(ALI, ALI, "{");
        Process speed = onTerminal("speed");
        await().until(() -> seen().contains("\r2 counted, 1 rejected; 0 a second; lag 0 "));

        type(speed, String.valueOf(CTRL_C));

        assertThat(speed.waitFor(3, TimeUnit.MINUTES)).isTrue();
        String end = "The speed layer has counted 2 transactions and sent 1 rejected record to transactions.dlq.";
        assertThat(screen(seen())).isEqualTo(List.of(RUNS, end));
    }

    @Test
    void elsewhere_the_speed_layer_says_one_sentence() throws Exception {
        bench.produce(ALI);
        Process speed = bench.command("speed");
        await().until(() -> "1".equals(bench.ask("select coalesce(sum(accepted), 0) from speed_progress")));

        speed.destroy();

        assertThat(speed.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(seen())
                .startsWith(RUNS + "\nThe speed layer has counted 1 transaction")
                .doesNotContain("\r", "lag");
    }

    @Test
    void kappa_shows_the_same_line() throws Exception {
        bench.produce(ALI, ALI);
        Process kappa = onTerminal("kappa", "run");
        await().until(() -> seen().contains("\r2 counted, 0 duplicates, 0 rejected; 0 a second; lag 0 "));

        type(kappa, String.valueOf(CTRL_C));

        assertThat(kappa.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(screen(seen())).last().isEqualTo("Kappa v1 has read 2 = accepted 2 + duplicates 0 + rejected 0.");
    }

    /** The lines as they stand at the end: what a carriage return goes back over is overwritten. */
    private static List<String> screen(String written) {
        return Stream.of(written.replace("\r\n", "\n").split("\n"))
                .map(TerminalIT::overwritten)
                .toList();
    }

    private static String overwritten(String line) {
        StringBuilder shown = new StringBuilder();
        for (String layer : line.split("\r")) {
            shown.replace(0, Math.min(layer.length(), shown.length()), layer);
        }
        return shown.toString().stripTrailing();
    }
}
