package workshop.lab.commands;

import java.util.List;

/** Sets up logging before the first logger is made: nothing on the terminal unless --verbose asks for it. */
final class Logs {
    private Logs() {}

    static void prepare(List<String> arguments) {
        System.setProperty("workshop.log.level", isVerbose(arguments) ? "info" : "off");
    }

    static boolean isVerbose(List<String> arguments) {
        return arguments.contains("--verbose");
    }
}
