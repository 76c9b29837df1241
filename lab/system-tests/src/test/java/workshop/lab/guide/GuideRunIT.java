package workshop.lab.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Not a unit test, since it takes for granted that all is built. */
class GuideRunIT {
    @TempDir
    private Path folder;

    @Test
    void commands_run_on_the_Java_of_the_test_with_a_home_ports_and_containers_of_their_own() throws Exception {
        try (GuideRun run = GuideRun.in(folder)) {
            assertThat(output(run, "echo $JAVA_HOME")).isEqualTo(System.getProperty("java.home") + "\n");
            assertThat(output(run, "echo $WORKSHOP_HOME")).isEqualTo(folder.resolve(".workshop") + "\n");
            assertThat(output(run, "echo $COMPOSE_PROJECT_NAME")).isEqualTo("lambda-workshop-test\n");
            assertThat(output(run, "echo $WORKSHOP_DASHBOARD_PORT $WORKSHOP_SPARK_UI_PORT"))
                    .matches("32[0-9]{3} 32[0-9]{3}\n");
        }
    }

    @Test
    void a_student_reads_the_ports_of_the_guide_and_a_browser_gets_those_of_the_run() throws Exception {
        try (GuideRun run = GuideRun.in(folder)) {
            String page = "http://127.0.0.1:8080/\n";

            assertThat(output(run, "echo http://127.0.0.1:$WORKSHOP_DASHBOARD_PORT/"))
                    .isEqualTo(page);
            assertThat(run.withOwnPorts(page)).matches("http://127\\.0\\.0\\.1:32[0-9]{3}/\n");
            assertThat(output(
                            run,
                            "test http://127.0.0.1:8080/ = http://127.0.0.1:$WORKSHOP_DASHBOARD_PORT/ && echo same"))
                    .isEqualTo("same\n");
        }
    }

    private static String output(GuideRun run, String commands) throws Exception {
        return run.run(new Block(1, commands, Map.of(), null, null)).output();
    }
}
