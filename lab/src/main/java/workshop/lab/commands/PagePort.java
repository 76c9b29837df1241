package workshop.lab.commands;

import picocli.CommandLine.Option;
import workshop.settings.Settings;

/** The option of the commands that serve the live page. */
final class PagePort {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Of the page. Default: WORKSHOP_DASHBOARD_PORT, else 8080. 0 takes a free one.")
    private Integer port;

    /** The one that was given, else that of the setting; 0 for any that is free. */
    int or(Settings settings) {
        return port != null ? port : settings.dashboardPort();
    }
}
