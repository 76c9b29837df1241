package workshop.lab.commands;

import picocli.CommandLine.Option;
import workshop.settings.Settings;
import workshop.settings.WorkshopException;

/** The option of the commands that serve the live page. */
final class PagePort {
    private static final int HIGHEST = 65_535;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Of the live page. Default: the setting dashboard.port. 0 takes a free one.")
    private Integer port;

    /** The one that was given, else that of the setting; 0 for any that is free. */
    int or(Settings settings) {
        if (port != null && (port < 0 || port > HIGHEST)) {
            throw WorkshopException.usage(
                    "There is no port " + port + ".",
                    "A port is a number from 1 to " + HIGHEST + "; 0 takes one that is free.",
                    "the same with --port 0");
        }
        return port != null ? port : settings.dashboardPort();
    }
}
