package workshop.lab.commands;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import workshop.kappa.Retirement;

@Command(
        name = "drop",
        header = "Delete a version: its table, and its state.",
        description = "Not the one that answers, nor one that runs.")
final class KappaDrop implements Callable<Integer> {
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
