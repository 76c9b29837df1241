package workshop.settings;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;

/** Whether a person sits at a terminal: types there, and sees there what is printed. */
public final class Terminal {
    private Terminal() {}

    @SuppressWarnings("SystemConsoleNull") // it is null in Java 17, and in 25 again
    public static boolean isThere() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From Java 22 on there is a console also if output goes to a file; it says so itself.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException olderJava) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
