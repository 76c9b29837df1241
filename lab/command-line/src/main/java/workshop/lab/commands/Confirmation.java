package workshop.lab.commands;

import workshop.settings.Terminal;
import workshop.settings.WorkshopException;

/** Asks before something is deleted, if there is somebody to ask. */
final class Confirmation {
    private Confirmation() {}

    /**
     * @param yes whether the command line has said so already
     * @param command to type if nobody can be asked: {@code ./workshop reset --yes}
     * @throws WorkshopException (usage) if there is no terminal
     */
    static boolean given(boolean yes, String command) {
        if (yes) {
            return true;
        }
        if (!Terminal.isThere()) {
            throw WorkshopException.usage(
                    "Nothing was deleted.",
                    "There is no terminal on which you could be asked whether to go on.",
                    command + ", which does not ask");
        }
        String answer = System.console().readLine("Go on? [y/N] ");
        return answer != null && answer.trim().equalsIgnoreCase("y");
    }
}
