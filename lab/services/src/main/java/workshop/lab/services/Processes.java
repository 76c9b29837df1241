package workshop.lab.services;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The processes of this machine: starts some, finds some again. */
final class Processes {
    /** The operating system tells the start of a process by a clock that may be set meanwhile. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

    /**
     * English, and on Linux with names of folders in UTF-8: in the plain C locale, the broker's Java does not start in a
     * home whose path has an é. Where a Linux has no C.UTF-8, it takes C.
     */
    private static final String LOCALE = System.getProperty("os.name").startsWith("Linux") ? "C.UTF-8" : "C";

    private Processes() {}

    /** How a command ended, and what it printed. */
    record Outcome(int exitCode, String output) {}

    /** Starts a process that outlives this one and that a Ctrl-C in our terminal does not reach. */
    static ProcessHandle detach(List<String> command, Path directory, Path log) throws IOException {
        List<String> detached = new ArrayList<>(command);
        program("setsid").ifPresent(setsid -> detached.add(0, setsid.toString()));
        return builder(detached, directory)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start()
                .toHandle();
    }

    static Outcome run(List<String> command, Path directory) throws IOException {
        Process process = builder(command, directory).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Outcome(process.waitFor(), output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static ProcessBuilder builder(List<String> command, Path directory) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true);
        // Neither the passwords of the layers nor what the user set for other servers is theirs to know.
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("WORKSHOP_") || name.startsWith("PG") || name.startsWith("KAFKA_"));
        builder.environment().put("LC_ALL", LOCALE);
        return builder;
    }

    /** A program of the search path. */
    static Optional<Path> program(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return List.of(path.split(File.pathSeparator)).stream()
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The process with this id, if it is the one that started at this instant. */
    static Optional<ProcessHandle> recorded(long pid, Instant started) {
        return ProcessHandle.of(pid).filter(Processes::lives).filter(process -> process.info()
                .startInstant()
                .map(instant -> started != null
                        && Duration.between(started, instant).abs().compareTo(CLOCK_TOLERANCE) < 0)
                .orElse(true));
    }

    /** All living processes whose arguments are accepted, except children that have not changed theirs yet. */
    static List<ProcessHandle> find(Predicate<List<String>> arguments) {
        List<ProcessHandle> found = ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> arguments.test(arguments(process)))
                .toList();
        Set<Long> pids = found.stream().map(ProcessHandle::pid).collect(Collectors.toSet());
        return found.stream()
                .filter(process -> process.parent()
                        .map(parent -> !pids.contains(parent.pid()))
                        .orElse(true))
                .toList();
    }

    /** The processes in one of these directories, if the system tells: Linux does. */
    static List<ProcessHandle> workingIn(Set<Path> directories) {
        return ProcessHandle.allProcesses()
                .filter(process -> {
                    try {
                        return directories.contains(
                                Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd")));
                    } catch (IOException untold) {
                        return false;
                    }
                })
                .toList();
    }

    static List<String> arguments(ProcessHandle process) {
        return process.info().arguments().map(List::of).orElse(List.of());
    }

    /** Whether it runs: a process that ended and that its parent did not fetch yet shows no command any more. */
    static boolean lives(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}
