package workshop.lab.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workshop.batch.BatchOptions;
import workshop.batch.BatchRun;
import workshop.lab.services.Home;
import workshop.lab.services.JobNotes;
import workshop.lab.services.LongCommand;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;
import workshop.transactions.Rule;
import workshop.transactions.history.LocalFile;
import workshop.transactions.spark.Sessions;

@Command(
        name = "batch",
        header = "One run of the batch layer: cut, archive, recompute, publish.",
        description =
                "Cuts the log, archives the epoch that ends there in the lake, computes the totals of the history and of"
                        + " all archived epochs anew, and publishes them. A run that was killed is taken up by the next.")
final class BatchCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(
            names = "--history",
            paramLabel = "FILE",
            description = "A history file, JSON Lines or a JSON array; may be given several times. Default:"
                    + " datasets/transactions.json")
    private List<Path> history = List.of();

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "The same as --history FILE.")
    private List<Path> more = List.of();

    @Option(names = "--rule", paramLabel = "NAME", description = RuleOption.HELP)
    private String rule = Rule.ALL.label();

    @Option(
            names = "--yes",
            description = "Publish also where the history holds no transaction at all, which stops the run otherwise.")
    private boolean yes;

    @Option(
            names = "--replace-history",
            description =
                    "Publish also where files that the last batch read are not named any more, or do not begin with"
                            + " what they held, which stops the run otherwise.")
    private boolean replaceHistory;

    @Override
    public Integer call() throws Exception {
        List<String> files =
                files(Stream.concat(history.stream(), more.stream()).toList());
        Rule counts = Rule.labelled(rule);
        Settings settings = common.settings();
        try (JobNotes.Standing note = common.note(LongCommand.BATCH, 0);
                SparkSession spark = Sessions.start("batch layer", "local[*]")) {
            new BatchRun(spark, settings, new BatchOptions(files, counts, yes, replaceHistory), Workshop.RUNNER).run();
        }
        return 0;
    }

    /**
     * The files that a batch reads: as given, or the workshop's own.
     *
     * @throws WorkshopException if one cannot be read, before anything is started
     */
    static List<String> files(List<Path> given) {
        List<Path> files = given.isEmpty() ? List.of(Home.root().resolve("datasets/transactions.json")) : given;
        files.forEach(LocalFile::at);
        return files.stream()
                .map(file -> file.toAbsolutePath().normalize().toString())
                .toList();
    }
}
