package workshop.lab.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import workshop.lab.guide.Guide;
import workshop.lab.services.Home;

/** What checks say if nothing runs. */
class CheckTextTest {
    @Test
    void the_titles_are_those_of_the_guide() {
        assertThat(Checks.steps().stream()
                        .map(step -> step.step() + " " + step.title())
                        .toList())
                .isEqualTo(Guide.read(Home.root().resolve("WORKSHOP.md")).numbered().stream()
                        .map(step -> step.number() + " " + step.title())
                        .toList());
    }

    @Test
    void a_finding_that_is_not_well_has_its_reason_and_the_next_command_below_it() {
        StepFindings findings = new StepFindings();
        findings.ok("All %,d are there.", 1200);
        findings.wrong("One is not\u001b[2J 100% right.", "It was changed.", "./workshop batch");

        assertThat(new StepResult(3, "The batch layer", findings.all()).text()).isEqualTo("""
                        ok       All 1,200 are there.
                        WRONG    One is not\\u001b[2J 100% right.
                                  why: It was changed.
                                 next: ./workshop batch
                        Step 3 is not done: 1 of 2 findings.
                        """);
    }

    @Test
    void a_master_with_its_workers_and_applications_is_read_from_its_own_answer() throws IOException {
        String answer = recorded();
        assertThat(SparkMaster.read(answer)).isEqualTo(new SparkMaster(2, 1));
        assertThat(SparkMaster.read("{}")).isEqualTo(new SparkMaster(0, 0));

        assertThat(cluster(answer))
                .containsExactly(
                        "ok The master has 2 workers that are alive.",
                        "ok Applications that have ended well on the cluster: 1.");
        assertThat(cluster(answer.replaceFirst("ALIVE", "DEAD").replace("FINISHED", "FAILED")))
                .containsExactly(
                        "MISSING The master has 1 worker that is alive, not 2.",
                        "MISSING No application has ended well on the cluster.");
    }

    private static List<String> cluster(String answer) throws IOException {
        StepFindings findings = new StepFindings();
        ClusterCheck.report(SparkMaster.read(answer), findings);
        return findings.all().stream()
                .map(finding -> finding.state() + " " + finding.what())
                .toList();
    }

    private static String recorded() throws IOException {
        try (var in = CheckTextTest.class.getResourceAsStream("spark-master.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
