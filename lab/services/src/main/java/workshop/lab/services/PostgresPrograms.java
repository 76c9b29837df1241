package workshop.lab.services;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import workshop.settings.WorkshopException;

/** PostgreSQL's programs, and how to run them. PostgreSQL refuses to be root, which people are in containers. */
record PostgresPrograms(Path directory, List<String> prefix) {

    /** Unpacks them first if need be. */
    static PostgresPrograms find() throws IOException {
        return new PostgresPrograms(PostgresBinaries.unpacked().resolve("bin"), isRoot() ? withoutRoot() : List.of());
    }

    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(directory.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** A user namespace of its own: there, root's files belong to nobody in particular, and so do root's processes. */
    private static List<String> withoutRoot() throws IOException {
        Optional<Path> unshare = Processes.program("unshare");
        if (unshare.isPresent()) {
            List<String> prefix = List.of(unshare.get().toString(), "-U");
            List<String> trial = new ArrayList<>(prefix);
            trial.add("true");
            if (Processes.run(trial, Path.of("/")).exitCode() == 0) {
                return prefix;
            }
        }
        throw WorkshopException.failed(
                "PostgreSQL cannot run as root.",
                "It refuses to, and this system does not let unshare -U take root's rights from it.",
                "run ./workshop up as another user");
    }
}
