package workshop.lab.doctor;

import java.nio.file.Path;
import workshop.lab.services.Home;

/** The option that names a home, for commands to copy. */
final class HomeOption {
    private HomeOption() {}

    /** Empty for the home that a command takes by itself. */
    static String of(Path home) {
        return home.equals(Home.standard()) ? "" : " --home " + quoted(home.toString());
    }

    private static String quoted(String name) {
        return name.matches("[A-Za-z0-9/._+-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
    }
}
