package workshop.lab.commands;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workshop.producer.BrokenInput;
import workshop.producer.FileSource;
import workshop.producer.RateLimit;
import workshop.producer.RecordSource;
import workshop.producer.StdinSource;
import workshop.producer.TransactionProducer;
import workshop.producer.progress.ProduceReport;
import workshop.producer.progress.SendProgress;
import workshop.producer.random.RandomOptions;
import workshop.producer.random.RandomSource;
import workshop.settings.Printable;
import workshop.settings.ProcessEnd;
import workshop.settings.Settings;
import workshop.settings.ShellWord;
import workshop.settings.Terminal;

@Command(
        name = "produce",
        header = "Send transactions to Kafka.",
        description =
                "Each line is sent as it is, also where it breaks the contract: the layers must reject it. The key is the"
                        + " customer. Ends when Kafka has acknowledged every record; Ctrl-C ends it earlier and still waits for that.")
final class ProduceCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Source source;

    private static final class Source {
        @Option(names = "--file", paramLabel = "FILE", description = "JSON Lines, as datasets/events.json.")
        private Path file;

        @Parameters(paramLabel = "FILE", description = "The same as --file FILE.")
        private Path argument;

        @Option(
                names = "--stdin",
                description = "Lines from standard input: of a pipe, or as you type them, until Ctrl-D.")
        private boolean stdin;

        @Option(names = "--random", paramLabel = "N", description = "N transactions from the generator.")
        private Long random;

        /** However it was given; null if none was. */
        Path file() {
            return file != null ? file : argument;
        }
    }

    @Option(names = "--rate", paramLabel = "R", description = "Records a second. Default: as fast as Kafka takes them.")
    private Double rate;

    @Option(
            names = "--customers",
            paramLabel = "K",
            defaultValue = "12",
            description = "With --random: how many customers. Default: ${DEFAULT-VALUE}.")
    private int customers;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description =
                    "With --random: the same seed, the same transactions and ids. Default: another one each time.")
    private Long seed;

    @Option(
            names = "--duplicates",
            paramLabel = "P",
            defaultValue = "0",
            description = "With --random: percent of records sent again with the same id. Default: 0.")
    private double duplicates;

    @Option(
            names = "--malformed",
            paramLabel = "P",
            defaultValue = "0",
            description = "With --random: percent of records that break the contract. Default: 0.")
    private double malformed;

    @Option(
            names = "--late",
            paramLabel = "P",
            defaultValue = "0",
            description = "With --random: percent of records that happened hours or days ago. Default: 0.")
    private double late;

    @Override
    public Integer call() throws Exception {
        RateLimit limit = rate == null ? RateLimit.unlimited() : RateLimit.perSecond(rate);
        try (RecordSource records = open()) {
            Settings settings = common.settings();
            try (TransactionProducer producer = TransactionProducer.connect(settings)) {
                ProduceReport report = producer.send(records, limit, progress()); // which ends with the count
                if (!ProcessEnd.hasBegun()) { // Ctrl-C leaves the rest unread
                    warning(records, report).map(Printable::lines).ifPresent(System.err::println);
                }
            }
        }
        return 0;
    }

    /** What is typed needs a word before it, and no bar in its lines. */
    private SendProgress progress() {
        if (!source.stdin || !Terminal.isThere()) {
            return SendProgress.on(System.out);
        }
        System.out.println(
                "Type one JSON object a line, as {\"customer\": \"Ali\", \"amount\": 10.00}. Ctrl-D ends it.");
        return SendProgress.atItsEnd(System.out);
    }

    private Optional<String> warning(RecordSource records, ProduceReport report) {
        if (source.file() != null) {
            String file = source.file().toString();
            String reasons = "./workshop contract " + ShellWord.of(file) + ", which names each reason";
            return BrokenInput.warning(file, file, reasons, records, report);
        }
        String reasons = "./workshop dead-letters" + common.homeOption() + ", once the speed layer has counted";
        return source.stdin
                ? BrokenInput.warning("standard input", "FILE", reasons, records, report)
                : Optional.empty();
    }

    private RecordSource open() {
        if (source.file() != null) {
            return FileSource.open(source.file());
        }
        if (source.stdin) {
            return StdinSource.of(System.in);
        }
        long chosen = seed != null ? seed : InstantSource.system().millis();
        RandomOptions options = new RandomOptions(source.random, customers, chosen, duplicates, malformed, late);
        System.out.println("The generator's seed is " + chosen + ".");
        return new RandomSource(options, InstantSource.system());
    }
}
