package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;
import workshop.lab.services.Home;

class JvmOptionsTest {
    /** Each makes some Java print a warning that a student would have to understand. */
    private static final Set<String> LEFT_OUT =
            Set.of("--add-modules=jdk.incubator.vector", "--add-opens=java.base/sun.security.action=ALL-UNNAMED");

    @Test
    void jvm_options_holds_what_this_version_of_Spark_needs_opened() throws Exception {
        List<String> options = Files.readAllLines(Home.root().resolve("lab/jvm.options"));

        for (String needed : JavaModuleOptions.defaultModuleOptions().trim().split(" +")) {
            assertThat(options.contains(needed)).as(needed).isEqualTo(!LEFT_OUT.contains(needed));
        }
    }

    @Test
    void spark_submit_in_the_containers_leaves_out_the_same() throws Exception {
        assertThat(Files.readString(Home.root().resolve("lab/containers/spark-submit")))
                .contains(LEFT_OUT);
    }
}
