package workshop.lab.commands;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workshop.lab.doctor.Doctor;
import workshop.lab.doctor.DoctorReport;
import workshop.lab.text.Format;

@Command(
        name = "doctor",
        header = "Look at this machine: what keeps the workshop from running, or may, and what mends it.",
        description =
                "Java, memory, disk, the home, ports, limits, the network of this machine, the clock, and Docker if it is"
                        + " there. Starts, stops and changes nothing. Exit code 1 where a problem prevents the workshop from"
                        + " running; warnings do not.")
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, csv or json. Default: ${DEFAULT-VALUE}.")
    private Format format;

    @Override
    public Integer call() {
        DoctorReport report = new DoctorReport(Doctor.look(common.home()));
        System.out.print(format == Format.TABLE ? report.text() : format.write(report.rows()));
        return report.isHealthy() ? 0 : 1;
    }
}
