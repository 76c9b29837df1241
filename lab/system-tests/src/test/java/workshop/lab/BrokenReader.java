package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import workshop.lab.services.Home;

/** The reader of arrays with a fault: it passes over the first element, as {@code spark.read.json} does. */
final class BrokenReader {
    private static final String SOURCE =
            "transactions/contract/src/main/java/workshop/transactions/history/JsonArray.java";
    private static final String LOOP = "        while (skipToElement()) {\n";
    private static final String FAULT = """
                    if (skipToElement()) {
                        at += length(window.bytes()[at]);
                    }
            """;

    private BrokenReader() {}

    /** Compiles it into a folder; classes there, before the workshop's own on a class path, take their place. */
    static Path compile(Path folder) throws IOException {
        String sound = Files.readString(Home.root().resolve(SOURCE));
        String broken = sound.replace(LOOP, FAULT + LOOP);
        assertThat(broken).as("with the fault").isNotEqualTo(sound);
        Path source = Files.writeString(folder.resolve("JsonArray.java"), broken);
        Path classes = Files.createDirectory(folder.resolve("broken-reader"));
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        source.toString());
        assertThat(result).as("exit code of javac").isZero();
        return classes;
    }
}
