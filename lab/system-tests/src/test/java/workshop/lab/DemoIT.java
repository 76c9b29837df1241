package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.lab.testing.Jdk;

/** The one command a newcomer types, in a JVM of its own. */
class DemoIT {
    private static final Pattern PAGE = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+/");

    @TempDir
    private Path folder;

    @Test
    void the_demo_shows_batch_speed_and_merged_totals_and_leaves_nothing_behind() throws Exception {
        Process demo = demo();

        assertThat(demo.waitFor()).as(output()).isZero();

        // Ali after the first batch, with half of the stream, and in the end: datasets/README.md has the same numbers.
        assertThat(output()).containsPattern("Ali +80540\\.20 +0\\.00 +80540\\.20 +838");
        assertThat(output()).contains("The recount agrees: 12 customers, ");
        List<String> ali =
                output().lines().filter(line -> line.strip().startsWith("Ali ")).toList();
        assertThat(ali).hasSizeGreaterThanOrEqualTo(4);
        assertThat(ali.get(1)).containsPattern("Ali +80540\\.20 +[1-9][0-9]*\\.[0-9]{2} ");
        nothingIsLeft();
    }

    @Test
    void the_watched_demo_goes_on_behind_its_page_until_it_is_stopped() throws Exception {
        Process demo = demo("--watch", "--port", "0");
        await().until(() -> PAGE.matcher(output()).find());
        Matcher page = PAGE.matcher(output());
        assertThat(page.find()).isTrue();
        String coverage = page.group() + "api/coverage";

        await().ignoreExceptions()
                .until(() -> json(coverage).at("/speed/running").asBoolean());
        await().until(() -> json(coverage).at("/published_epoch").asInt() >= 2);
        await().until(() ->
                json(page.group() + "api/proof").at("/state").asText().equals("agrees"));

        demo.destroy(); // SIGTERM, which ends it as Ctrl-C does
        demo.waitFor();
        assertThat(output())
                .doesNotContain("error:")
                .doesNotContain("Exception")
                .endsWith("The demo was stopped; nothing is left behind.\n");
        nothingIsLeft();
    }

    private static JsonNode json(String address) throws IOException {
        try (InputStream in = URI.create(address).toURL().openStream()) {
            return new ObjectMapper().readTree(in);
        }
    }

    private Process demo(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("demo", "--home", home().toString()));
        arguments.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(Script.command(arguments))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile());
        builder.environment().putAll(Script.environment(Jdk.running()));
        return builder.start();
    }

    private Path home() {
        return folder.resolve("home of the demo");
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("out.txt"));
    }

    private void nothingIsLeft() throws IOException {
        try (Stream<Path> left = Files.list(home())) {
            assertThat(left).isEmpty();
        }
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains(home().toString())))
                .isEmpty();
    }
}
