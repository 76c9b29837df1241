package workshop.lab.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.lab.Script;
import workshop.lab.guide.Block;
import workshop.lab.guide.Guide;
import workshop.lab.guide.Step;
import workshop.lab.services.Home;
import workshop.lab.services.Services;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/** The guide's own commands bring about the state that a step begins with. */
class StepIT {
    @TempDir
    private Path root;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Path home;
    private StepRunner runner;

    /** A folder like the workshop's. */
    @BeforeEach
    void prepare() throws IOException {
        home = root.resolve("home");
        Files.createSymbolicLink(root.resolve("datasets"), Home.root().resolve("datasets"));
        Script.prepare();
        Files.createSymbolicLink(root.resolve("workshop"), Home.root().resolve("workshop"));
        runner = new StepRunner(root, home, false, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        Services.at(home).down();
    }

    @Test
    void step_5_begins_where_the_checks_of_the_steps_before_it_say_done() throws Exception {
        List<Step> guide = Guide.read(Home.root().resolve("WORKSHOP.md")).numbered();

        runner.bringTo(5, guide);

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains(
                        "$ ./workshop up\n",
                        "$ ./workshop batch\n",
                        "$ ./workshop produce --file datasets/events.json\n")
                .doesNotContain("Epoch 1 is published");
        Settings settings = Services.at(home).running().orElseThrow().settings(Settings.of(Map.of()));
        Evidence evidence = Evidence.of(new Workplace(home, "", root, Home.root(), settings, false));
        for (int step = 1; step < 5; step++) {
            StepResult result = Checks.look(step, evidence);
            assertThat(result.isDone()).as(result.text()).isTrue();
        }
        assertThat(Checks.look(5, evidence).isDone()).isFalse();
        assertThat(GuideProgress.of(home).read().done())
                .as("nothing was checked")
                .isEmpty();
        progressGoesOnFromThere();
    }

    private void progressGoesOnFromThere() throws Exception {
        assertThat(workshop("progress"))
                .containsPattern("\n +4 +The topic and the producer +built\n +5 +The speed layer +<- next\n")
                .endsWith("""
                        Built by ./workshop step 5, and not found done: 1, 2, 3, 4.
                        Next: step 5, The speed layer: see WORKSHOP.md, then ./workshop check 5 --home %s
                        """.formatted(home));
        assertThat(workshop("check", "5")).contains("Step 5 is not done").doesNotContain("comes before it");
        assertThat(workshop("check", "7")).contains("\nStep 5 comes before it and was not found done yet: ");
    }

    /** What a command prints. */
    private String workshop(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("./workshop"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--home", home.toString()));
        Process process = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    @Test
    void what_a_command_printed_is_shown_if_it_fails_and_nothing_more_is_run() {
        List<Step> guide = List.of(new Step(
                1,
                "",
                List.of(
                        state("echo all is well"),
                        state("echo no such thing\nfalse\necho never"),
                        state("touch never")),
                List.of()));

        assertThatThrownBy(() -> runner.run(StepRunner.before(2, guide)))
                .isInstanceOfSatisfying(WorkshopException.class, e -> {
                    assertThat(e.what()).isEqualTo("A command of step 1 failed: echo no such thing.");
                    assertThat(e.why()).startsWith("It ended with the exit code 1;");
                });
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("$ echo all is well\n  done, 1 of 3, ", "\nno such thing\n")
                .doesNotContain("\nall is well", "\nnever\n");
        assertThat(root.resolve("never")).doesNotExist();
    }

    private static Block state(String commands) {
        return new Block(1, commands, Map.of("state", ""), null, null);
    }
}
