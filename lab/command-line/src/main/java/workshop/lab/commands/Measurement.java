package workshop.lab.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import workshop.lab.measure.ChartFiles;
import workshop.lab.measure.ComparisonReport;
import workshop.lab.measure.Experiment;
import workshop.lab.measure.Measured;
import workshop.lab.measure.Plan;

/** What {@code compare --measure} takes and does. */
final class Measurement {
    @Option(
            names = "--measure",
            description =
                    "Instead: run both architectures on fresh services, measure them, and write a table and a chart."
                            + " Takes some minutes; best while the machine has nothing else to do.")
    private boolean wanted;

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "200000",
            description = "With --measure: how many records the history has. Default: ${DEFAULT-VALUE}.")
    private long records;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "comparison",
            description =
                    "With --measure: where the table and the chart go. Default: ${DEFAULT-VALUE}, in this folder.")
    private Path out;

    boolean isWanted() {
        return wanted;
    }

    /** @param home where the services may have a temporary folder; null is wherever such folders are */
    void run(Path home) throws IOException {
        Files.createDirectories(out);
        Path temporary = home == null
                ? Files.createTempDirectory("lambda-workshop-measure-")
                : Files.createTempDirectory(Files.createDirectories(home), "measure-");
        Measured measured = new Experiment(Main.class, temporary, Plan.of(records), System.out::println).run();
        System.out.println(
                new ComparisonReport(measured, "./workshop compare --measure --records " + records).write(out));
        ChartFiles.write(measured, out).forEach(System.out::println);
    }
}
