package workshop.lab.commands;

import java.io.Console;

/** Asks before something is deleted, where there is somebody to ask. */
final class Confirmation {
    private Confirmation() {}

    /** @param yes whether the command line has said so already */
    static boolean given(boolean yes) {
        Console console = System.console();
        return yes
                || console == null
                || console.readLine("Go on? [y/N] ").trim().equalsIgnoreCase("y");
    }
}
