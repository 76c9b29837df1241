package workshop.lab.commands;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "kappa",
        header = "The same totals from the log alone: Kappa, beside Lambda.",
        description =
                "Load the history into the log, run a version of the job; a changed rule is another version, which is"
                        + " promoted when it has caught up.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            KappaLoadHistory.class,
            KappaRunCommand.class,
            KappaPromote.class,
            KappaVersions.class,
            KappaDrop.class
        })
final class KappaCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Which command of kappa?");
    }
}
