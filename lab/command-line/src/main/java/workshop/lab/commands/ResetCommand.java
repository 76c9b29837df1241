package workshop.lab.commands;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workshop.lab.services.Home;
import workshop.lab.services.Ports;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

@Command(
        name = "reset",
        header = "Back to a clean state.",
        description =
                "Says what will go and asks first; where there is no terminal, --yes is needed. Services that were running are started again, empty.")
final class ResetCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() {
        if (Common.isElsewhere(System.getenv())) {
            throw WorkshopException.usage(
                    "Only the services that ./workshop up started can be reset.",
                    "WORKSHOP_KAFKA or WORKSHOP_POSTGRES names others.",
                    "docker compose down --volumes, where they are Compose's");
        }
        System.out.println("This deletes, in " + common.home() + ":");
        System.out.println("  kafka        the topics and all their records");
        System.out.println("  postgres     all tables and totals");
        System.out.println("  lake         the archived epochs");
        System.out.println("  checkpoints  Spark's notes");
        System.out.println("  jobs         the notes of what was killed; what still runs is ended first");
        System.out.println("  progress     which steps of WORKSHOP.md were found done");
        if (!Confirmation.given(yes, "./workshop reset --yes" + common.homeOption())) {
            System.out.println("Nothing was deleted.");
            return 0;
        }
        boolean wasRunning = common.services().running().isPresent();
        Emptying.of(common);
        Home.delete(common.home().resolve(Home.PROGRESS));
        if (wasRunning) {
            UpCommand.start(common, Ports.ANY, Settings.of(System.getenv()));
        }
        System.out.println(
                wasRunning ? "Clean, and running again." : "Clean. Next: ./workshop up" + common.homeOption());
        return 0;
    }
}
