package workshop.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import workshop.batch.BatchLayer;
import workshop.batch.BatchOptions;
import workshop.batch.BatchReport;
import workshop.batch.StageListener;
import workshop.lab.commands.Main;
import workshop.lab.commands.Workshop;
import workshop.lab.testing.Bench;
import workshop.lab.testing.Jdk;
import workshop.lab.testing.TestServices;
import workshop.lab.testing.TestSpark;
import workshop.speed.SpeedLayer;
import workshop.speed.SpeedTrigger;
import workshop.transactions.Rule;

/** What tests of several layers do: batches, streams, and commands. */
final class Workbench extends Bench {
    static final SparkSession SPARK = TestSpark.SESSION;

    Workbench(TestServices services) {
        super(services);
    }

    /** On services that all tests of this JVM share. */
    static Workbench start() throws IOException {
        return new Workbench(TestServices.shared());
    }

    /** On services of its own, for a test that kills or stops them. */
    static Workbench startAlone() throws IOException {
        return new Workbench(TestServices.own());
    }

    BatchReport batch(String... history) {
        return batch(StageListener.NONE, history);
    }

    /** Publishes also if the history holds no transaction. */
    BatchReport insistentBatch(String... history) {
        return batch(BatchOptions.of(List.of(history), Rule.ALL).insisting());
    }

    /** Publishes also without what the last publication was made of. */
    BatchReport replacingBatch(String... history) {
        return batch(BatchOptions.of(List.of(history), Rule.ALL).replacingHistory());
    }

    BatchReport batch(BatchOptions options) {
        return new BatchLayer(SPARK, settings(), options, StageListener.NONE).run();
    }

    BatchReport batch(StageListener listener, String... history) {
        return new BatchLayer(SPARK, settings(), List.of(history), listener).run();
    }

    /** Lets a speed layer count what is in the log now; then nothing is left, and all of it agrees. */
    void countAllThatIsLeft(String trigger) {
        try (SpeedLayer speed = SpeedLayer.start(SPARK, settings(), SpeedTrigger.parse(trigger))) {
            speed.awaitCaughtUp();
        }
        assertThat(agrees().behind()).isZero();
    }

    /** What a command printed, and how it ended. */
    record Outcome(int exitCode, String out, String err) {}

    /** Runs a command in this JVM, with this home. */
    Outcome cli(String... arguments) {
        return run(inThisHome(arguments));
    }

    static Outcome run(List<String> arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
            int exitCode = Workshop.run(arguments.toArray(String[]::new));
            return new Outcome(
                    exitCode, outBytes.toString(StandardCharsets.UTF_8), errBytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** Starts a command in a JVM of its own, as a student does; its output goes to a file in the home. */
    Process command(String... arguments) throws IOException {
        return commandWith(Map.of(), arguments);
    }

    /** Starts a command with settings of its own, as {@code WORKSHOP_KAPPA_BATCH}. */
    Process commandWith(Map<String, String> environment, String... arguments) throws IOException {
        return script(new ProcessBuilder(Script.command(inThisHome(arguments))), Jdk.running(), environment);
    }

    /** Starts a command on another Java than that of the tests. */
    Process commandOn(Jdk jdk, String... arguments) throws IOException {
        return script(new ProcessBuilder(Script.command(inThisHome(arguments))), jdk, Map.of());
    }

    /** Starts a command with a terminal of its own, which {@code script} makes; what is written to it, is typed. */
    Process onTerminal(String... arguments) throws IOException {
        String quoted = Script.command(inThisHome(arguments)).stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        Path script = Files.writeString(home().resolve("on-terminal.sh"), "exec " + quoted + "\n");
        List<String> command = new ArrayList<>(HeedingCtrlC.PREFIX);
        command.addAll(List.of("script", "-qec", "sh '" + script + "'", "/dev/null"));
        return script(new ProcessBuilder(command), Jdk.running(), Map.of());
    }

    /** Starts a command whose standard input is a file. */
    Process commandFrom(Path input, String... arguments) throws IOException {
        return script(
                new ProcessBuilder(Script.command(inThisHome(arguments))).redirectInput(input.toFile()),
                Jdk.running(),
                Map.of());
    }

    private Process script(ProcessBuilder builder, Jdk jdk, Map<String, String> settings) throws IOException {
        Map<String, String> environment = new TreeMap<>(Script.environment(jdk));
        environment.putAll(settings);
        return start(builder, environment);
    }

    /** Starts a command in which the classes in a folder take the place of the workshop's own. */
    Process commandWithClasses(Path folder, String... arguments) throws IOException {
        String classPath = folder + File.pathSeparator + System.getProperty("java.class.path");
        List<String> command = Jdk.running()
                .command(
                        List.of("-Xmx768m", "-cp", classPath),
                        Main.class.getName(),
                        inThisHome(arguments).toArray(String[]::new));
        return start(new ProcessBuilder(command), Map.of());
    }

    private List<String> inThisHome(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--home");
        all.add(home().toString());
        return all;
    }
}
