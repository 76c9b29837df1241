package workshop.lab.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workshop.lab.services.Home;
import workshop.producer.FileSource;
import workshop.producer.RecordSource;
import workshop.settings.Settings;
import workshop.transactions.spark.SparkShutdownHook;

@Command(
        name = "demo",
        header = "Watch the whole architecture work, on real data, in one go.",
        description =
                "Fresh Kafka and PostgreSQL in a temporary home; a batch, the speed layer, a second batch while the"
                        + " stream goes on; the merged table after each; the recount; and everything stopped again.")
final class DemoCommand implements Callable<Integer> {
    @Option(
            names = "--history",
            paramLabel = "FILE",
            description = "May be given several times. Default: datasets/transactions.json")
    private List<Path> history = List.of();

    @Option(names = "--events", paramLabel = "FILE", description = "What is streamed. Default: datasets/events.json")
    private Path events;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where to put the temporary home. Default: a temporary folder.")
    private Path home;

    @Option(
            names = "--watch",
            description = "For the page: events come slowly, a batch runs every half minute, until Ctrl-C.")
    private boolean watch;

    @Mixin
    private PagePort port;

    @Option(names = "--verbose", description = "Show logs and, on errors, the stack trace.")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    private volatile Demo demo;

    @Override
    public Integer call() throws Exception {
        Path streamed = events != null ? events : Home.root().resolve("datasets/events.json");
        List<String> files = BatchCommand.files(history);
        try (RecordSource stream = FileSource.open(streamed)) {
            return SparkShutdownHook.interruptibly(() -> run(files, stream), this::stopped) ? 0 : 1;
        }
    }

    private boolean run(List<String> files, RecordSource stream) throws Exception {
        demo = new Demo(temporaryHome(), files, stream);
        try (Demo running = demo) {
            return watch ? running.watch(port.or(Settings.of(System.getenv()))) : running.run();
        }
    }

    /** By Ctrl-C, which may have come while the demo was being closed. */
    private void stopped() {
        if (demo != null) {
            demo.close();
            System.out.println("The demo was stopped; nothing is left behind.");
        }
    }

    private Path temporaryHome() throws IOException {
        return home != null
                ? Files.createTempDirectory(Files.createDirectories(home.toAbsolutePath()), "demo-")
                : Files.createTempDirectory("lambda-workshop-demo-");
    }
}
