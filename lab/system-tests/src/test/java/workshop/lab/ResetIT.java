package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ResetIT {
    @Test
    void a_reset_ends_the_jobs_deletes_all_that_was_counted_and_starts_the_services_again() throws Exception {
        try (Workbench bench = Workbench.startAlone()) {
            bench.produce("{\"customer\": \"Ali\", \"amount\": 1}");
            assertThat(bench.batch().counts().read()).isEqualTo(1);
            Process page = bench.commandWith(Map.of("WORKSHOP_DASHBOARD_PORT", "0"), "dashboard");
            await().until(() -> bench.output(0).contains("until Ctrl-C") || !page.isAlive());
            assertThat(bench.output(0))
                    .as("at a free port, as the setting says, and not at the one of the guide")
                    .matches("The page is at http://127\\.0\\.0\\.1:[0-9]+/ until Ctrl-C\\.\n")
                    .doesNotContain(":8080/");

            Workbench.Outcome reset = bench.cli("reset", "--yes");

            assertThat(reset.exitCode()).as(reset.err()).isZero();
            assertThat(reset.out())
                    .contains("what still runs is ended first\n")
                    .contains("Stopped the page, process " + page.pid() + ".\n")
                    .endsWith("Clean, and running again.\n");
            assertThat(page.isAlive()).isFalse();
            assertThat(bench.home().resolve("lake")).doesNotExist();
            assertThat(bench.cli("status").out())
                    .contains("transactions: 4 partitions, 0 records")
                    .doesNotContain("dashboard");
        }
    }
}
