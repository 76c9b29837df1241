package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one command a newcomer types, in a JVM of its own. */
class DemoIT {
    @TempDir
    private Path folder;

    @Test
    void the_demo_shows_batch_speed_and_merged_totals_and_leaves_nothing_behind() throws Exception {
        Path out = folder.resolve("out.txt");
        Path home = folder.resolve("home of the demo");
        Process demo = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + Path.of("jvm.options").toAbsolutePath(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "demo",
                        "--home",
                        home.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();

        assertThat(demo.waitFor()).as(Files.readString(out)).isZero();

        String text = Files.readString(out);
        // Ali after the first batch, with half of the stream, and in the end: datasets/README.md has the same numbers.
        assertThat(text).containsPattern("Ali +80540\\.20 +0\\.00 +80540\\.20 +838");
        assertThat(text).contains("The recount agrees: 12 customers, ");
        List<String> ali =
                text.lines().filter(line -> line.strip().startsWith("Ali ")).toList();
        assertThat(ali).hasSizeGreaterThanOrEqualTo(4);
        assertThat(ali.get(1)).containsPattern("Ali +80540\\.20 +[1-9][0-9]*\\.[0-9]{2} ");
        try (Stream<Path> left = Files.list(home)) {
            assertThat(left).isEmpty();
        }
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains(home.toString())))
                .isEmpty();
    }
}
