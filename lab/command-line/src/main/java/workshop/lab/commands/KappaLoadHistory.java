package workshop.lab.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import workshop.kappa.HistoryLoad;
import workshop.settings.Plural;
import workshop.settings.Printable;
import workshop.settings.Settings;

@Command(
        name = "load-history",
        header = "Put history files into the log, each once.",
        description =
                "A file that is in the log already is recognised, by its content; of one that has grown, what was appended"
                        + " is loaded. A load that died goes on where it ended.")
final class KappaLoadHistory implements Callable<Integer> {
    @Mixin
    private Common common;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "History files, JSON Lines or a JSON array. Default: datasets/transactions.json")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
        List<String> paths = BatchCommand.files(files).stream().sorted().toList();
        Settings settings = common.settings();
        for (String path : paths) {
            HistoryLoad.Report report = new HistoryLoad(settings, new Told()).load(Path.of(path));
            System.out.println(Printable.line(path + ": " + text(path, report)));
        }
        return 0;
    }

    private static String text(String path, HistoryLoad.Report report) {
        if (!report.path().equals(path)) {
            return "in the log already, as " + report.path() + ", which has the same content; nothing was sent.";
        }
        if (report.sent() == 0 && report.records() > 0) {
            return "in the log already, " + Plural.of(report.records(), "record") + "; nothing was sent.";
        }
        if (report.before() > 0) {
            return Plural.of(report.records() - report.before(), "record was", "records were") + " appended; "
                    + Plural.of(report.records(), "record is", "records are") + " in the log now.";
        }
        return report.sent() == report.records()
                ? Plural.of(report.records(), "record is", "records are") + " in the log now."
                : String.format(
                        Locale.ROOT,
                        "%s in the log now; %s there from a load that had died.",
                        Plural.of(report.records(), "record is", "records are"),
                        Plural.of(report.records() - report.sent(), "of them was", "of them were"));
    }

    /** A line every five seconds. */
    private static final class Told implements LongConsumer {
        private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(5);

        private long due = System.nanoTime() + EVERY_NANOS;

        @Override
        public void accept(long sent) {
            if (System.nanoTime() - due >= 0) {
                due += EVERY_NANOS;
                System.out.println(Plural.of(sent, "record") + " sent");
            }
        }
    }
}
