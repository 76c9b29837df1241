package workshop.lab.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workshop.kappa.HistoryLoad;
import workshop.kappa.KappaRun;
import workshop.kappa.Promotion;
import workshop.kappa.Retirement;
import workshop.lab.text.Format;
import workshop.lab.text.Rows;
import workshop.settings.Settings;
import workshop.transactions.Rule;
import workshop.transactions.spark.Sessions;

@Command(
        name = "kappa",
        header = "The same totals from the log alone: Kappa, beside Lambda.",
        description =
                "Load the history into the log, run a version of the job; a changed rule is another version, which is"
                        + " promoted when it has caught up.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            KappaCommand.LoadHistory.class,
            KappaCommand.Run.class,
            KappaCommand.Promote.class,
            KappaCommand.VersionList.class,
            KappaCommand.Drop.class
        })
final class KappaCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        throw new picocli.CommandLine.ParameterException(spec.commandLine(), "Which command of kappa?");
    }

    @Command(
            name = "load-history",
            header = "Put history files into the log, each once.",
            description =
                    "A file that is in the log already is recognised, and a load that died goes on where it ended.")
    static final class LoadHistory implements Callable<Integer> {
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
                System.out.printf(Locale.ROOT, "%s: %s%n", path, text(path, report));
            }
            return 0;
        }

        private static String text(String path, HistoryLoad.Report report) {
            if (!report.path().equals(path)) {
                return "in the log already, as " + report.path() + ", which has the same content; nothing was sent.";
            }
            if (report.sent() == 0 && report.records() > 0) {
                return String.format(
                        Locale.ROOT, "in the log already, %,d records; nothing was sent.", report.records());
            }
            return report.sent() == report.records()
                    ? String.format(Locale.ROOT, "%,d records are in the log now.", report.records())
                    : String.format(
                            Locale.ROOT,
                            "%,d records are in the log now; %,d of them were there from a load that had died.",
                            report.records(),
                            report.records() - report.sent());
        }
    }

    /** A line every five seconds. */
    private static final class Told implements LongConsumer {
        private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(5);

        private long due = System.nanoTime() + EVERY_NANOS;

        @Override
        public void accept(long sent) {
            if (System.nanoTime() - due >= 0) {
                due += EVERY_NANOS;
                System.out.printf(Locale.ROOT, "%,d records sent%n", sent);
            }
        }
    }

    @Command(
            name = "run",
            header = "Run a version of the job, from the first record of the log or from where it ended.",
            description =
                    "Runs until Ctrl-C. A version that is not there yet is made; the first one of all answers at once,"
                            + " another when it is promoted.")
    static final class Run implements Callable<Integer> {
        @Mixin
        private Common common;

        @Option(
                names = "--version",
                paramLabel = "NAME",
                defaultValue = "v1",
                description = "Small letters, digits and underscores. Default: ${DEFAULT-VALUE}.")
        private String version;

        @Option(names = "--rule", paramLabel = "NAME", description = RuleOption.HELP + " A version keeps its rule.")
        private String rule;

        @Option(names = "--until-caught-up", description = "End when all that is in the log now is counted.")
        private boolean untilCaughtUp;

        @Override
        public Integer call() throws Exception {
            Rule counts = rule == null ? null : Rule.labelled(rule);
            Settings settings = common.settings();
            try (SparkSession spark = Sessions.start("kappa " + version, "local[*]")) {
                KappaRun run = new KappaRun(spark, settings, version, counts);
                if (untilCaughtUp) {
                    run.untilCaughtUp();
                } else {
                    run.untilStopped();
                }
            }
            return 0;
        }
    }

    @Command(
            name = "promote",
            header = "Let another version answer: kappa_customer_totals shows its totals from now on.",
            description = "Refused where it has not counted all that the present one has. Also the way back.")
    static final class Promote implements Callable<Integer> {
        @Mixin
        private Common common;

        @Parameters(paramLabel = "NAME", description = "The version.")
        private String version;

        @Option(names = "--even-if-behind", description = "Promote it as it is; says how far behind it is.")
        private boolean evenIfBehind;

        @Override
        public Integer call() {
            Promotion.Report report = new Promotion(common.settings()).promote(version, evenIfBehind);
            System.out.println(
                    report.before() == null || report.before().equals(version)
                            ? "kappa_customer_totals shows " + version + "."
                            : "kappa_customer_totals shows " + version + ", no longer " + report.before()
                                    + ". Back: ./workshop kappa promote " + report.before() + common.homeOption());
            if (report.behind() > 0) {
                System.out.printf(Locale.ROOT, "%,d records of the log are not counted in it yet.%n", report.behind());
            }
            return 0;
        }
    }

    @Command(name = "versions", header = "All versions: rule, what each has read, which runs, which answers.")
    static final class VersionList implements Callable<Integer> {
        @Mixin
        private Common common;

        @Override
        public Integer call() {
            Rows rows = QueryCommand.rows(common.settings(), View.kappa_report, null);
            System.out.print(
                    rows.rows().isEmpty()
                            ? "No version yet. Next: ./workshop kappa run" + common.homeOption()
                                    + System.lineSeparator()
                            : Format.TABLE.write(rows));
            return 0;
        }
    }

    @Command(
            name = "drop",
            header = "Delete a version: its table, and its state.",
            description = "Not the one that answers, nor one that runs.")
    static final class Drop implements Callable<Integer> {
        @Mixin
        private Common common;

        @Parameters(paramLabel = "NAME", description = "The version.")
        private String version;

        @Override
        public Integer call() {
            Retirement.drop(common.settings(), version);
            System.out.println("The version " + version + " is gone, with its table and its state.");
            return 0;
        }
    }
}
