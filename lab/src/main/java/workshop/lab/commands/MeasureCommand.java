package workshop.lab.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import workshop.lab.measure.ChartFiles;
import workshop.lab.measure.Experiment;
import workshop.lab.measure.Measured;
import workshop.lab.measure.Plan;
import workshop.lab.measure.Report;

@Command(name = "measure", hidden = true, header = "Measure Lambda and Kappa on the same input.")
final class MeasureCommand implements Callable<Integer> {
    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "200000",
            description = "How many records the history has. Default: ${DEFAULT-VALUE}.")
    private long records;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "comparison",
            description = "Where the table and the chart go. Default: ${DEFAULT-VALUE}, in this folder.")
    private Path out;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where to put the temporary home. Default: a temporary folder.")
    private Path home;

    @Option(names = "--verbose", description = "Show logs and, on errors, the stack trace.")
    private boolean verbose;

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(out);
        Path temporary = home != null
                ? Files.createTempDirectory(Files.createDirectories(home.toAbsolutePath()), "measure-")
                : Files.createTempDirectory("lambda-workshop-measure-");
        Measured measured = new Experiment(temporary, Plan.of(records), System.out::println).run();
        System.out.println(new Report(measured, "./workshop measure --records " + records).write(out));
        ChartFiles.write(measured, out).forEach(System.out::println);
        return 0;
    }
}
