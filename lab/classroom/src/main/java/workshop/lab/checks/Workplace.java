package workshop.lab.checks;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import workshop.settings.Settings;
import workshop.settings.ShownPath;

/**
 * Where a student works.
 *
 * @param home of the services
 * @param homeOption to repeat in commands: empty, or {@code --home DIR} with a space before it
 * @param folder where the student's own files are: the one in which the command was typed
 * @param root the workshop's own folder
 * @param settings of the services that run; null if they do not
 * @param isElsewhere whether the services are Compose's or a cluster's, and not this home's
 */
public record Workplace(Path home, String homeOption, Path folder, Path root, Settings settings, boolean isElsewhere) {
    public Workplace {
        requireNonNull(home, "home is null");
        requireNonNull(homeOption, "homeOption is null");
        requireNonNull(folder, "folder is null");
        requireNonNull(root, "root is null");
    }

    /** A command of the workshop, for this home. */
    String command(String arguments) {
        return "./workshop " + arguments + homeOption;
    }

    /** A file of the student's own; in containers it is in datasets, the one folder that they and the student both see. */
    Path own(String name) {
        Path inDatasets = folder.resolve("datasets").resolve(name);
        return !Files.exists(folder.resolve(name)) && Files.exists(inDatasets) ? inDatasets : folder.resolve(name);
    }

    /** A path as short as it can be said: from the student's folder, or from the workshop's. */
    String shown(Path path) {
        return ShownPath.from(path, folder, root);
    }
}
