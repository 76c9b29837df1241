package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workshop.lab.services.SparkCluster;
import workshop.lab.testing.Jdk;
import workshop.producer.RateLimit;

/** What a newcomer runs first, on every Java of this machine that Spark supports. */
@Tag("full")
class EachJavaIT extends OnWorkbench {
    /** What was tried, a line each, for who reads the end of the build. */
    private static final Path TRIED = Path.of("target/javas-tried.txt");

    static List<Jdk> javas() throws IOException {
        return Jdk.installed();
    }

    @BeforeAll
    static void nothing_is_tried() throws IOException {
        Files.deleteIfExists(TRIED);
    }

    @ParameterizedTest
    @MethodSource("javas")
    void the_demo_the_layers_and_a_cluster_work_and_Java_prints_no_warning(Jdk jdk) throws Exception {
        Process demo = bench.commandOn(jdk, "demo");
        assertThat(demo.waitFor()).as(bench.output(0)).isZero();
        assertThat(bench.output(0))
                .contains("The recount agrees: 12 customers, ")
                .doesNotContain("WARNING");

        bench.produce(Workbench.events(500), RateLimit.unlimited());
        Process speed = bench.commandOn(jdk, "speed", "--until-caught-up");
        assertThat(speed.waitFor()).as(bench.output(1)).isZero();
        assertThat(bench.output(1)).startsWith("The speed layer has counted ");
        bench.agrees();

        assertThat(batchOnCluster(jdk)).contains("Epoch 1 is published").doesNotContain("WARNING");
        bench.agrees();
        Files.writeString(TRIED, jdk + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private String batchOnCluster(Jdk jdk) throws Exception {
        Path output = bench.home().resolve("batch.txt");
        try (SparkCluster cluster = SparkCluster.start(jdk, bench.home(), 1, 4)) {
            Process batch =
                    cluster.submit(output, bench.addresses(), SparkCluster.jar("batch-layer"), Workbench.HISTORY);
            assertThat(batch.waitFor()).as(Files.readString(output)).isZero();
        }
        return Files.readString(output);
    }
}
