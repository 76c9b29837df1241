package workshop.lab.commands;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workshop.lab.services.JobNotes;
import workshop.lab.services.LongCommand;
import workshop.lab.verify.Continuous;
import workshop.serving.http.DashboardServer;
import workshop.serving.http.LiveComparison;
import workshop.serving.http.Proof;
import workshop.settings.Settings;

@Command(
        name = "dashboard",
        header = "The live page: both layers' parts, the hand-off, the recount, as they change.",
        description =
                "Serves the page and its API until Ctrl-C, on this machine only. It reads as the role reader; a layer that"
                        + " does not run is said to be so, and may be started later.")
final class DashboardCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Mixin
    private PagePort port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "The address to listen on. Default: ${DEFAULT-VALUE}. With 0.0.0.0 whoever reaches this machine sees"
                            + " the totals, by its address; by a name of it only if WORKSHOP_DASHBOARD_HOSTS has that name.")
    private String host;

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = common.settings();
        LoggerFactory.getILoggerFactory(); // before several threads ask for it at once, of which it would tell
        CountDownLatch stopped = new CountDownLatch(1);
        try (Continuous<Proof> proof = Continuous.proof(settings);
                Continuous<LiveComparison> comparison = Continuous.comparison(settings);
                DashboardServer server =
                        DashboardServer.start(settings, Workshop.RUNNER, proof, comparison, host, port.or(settings));
                JobNotes.Standing note = common.note(LongCommand.DASHBOARD, server.port())) {
            System.out.println("The page is at http://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":"
                    + server.port() + "/ until Ctrl-C.");
            Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown, "stop-dashboard"));
            stopped.await();
        }
        return 0;
    }
}
