package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;

class JvmOptionsTest {
    @Test
    void jvm_options_holds_what_this_version_of_Spark_needs_opened() throws Exception {
        List<String> options = Files.readAllLines(Path.of("jvm.options"));

        for (String needed : JavaModuleOptions.defaultModuleOptions().trim().split(" +")) {
            assertThat(options.contains(needed))
                    .as(needed)
                    .isEqualTo(!needed.equals("--add-modules=jdk.incubator.vector"));
        }
    }
}
