package workshop.lab.services;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import workshop.settings.WorkshopException;

/** The processes of one service in one home, noted in its state or not: finds them, and ends them. */
final class ServiceProcesses {
    private static final Duration TO_STOP = Duration.ofSeconds(20);
    private static final Duration TO_DIE = Duration.ofSeconds(10);

    private final Service service;
    private final HomeState state;

    ServiceProcesses(Service service, HomeState state) {
        this.service = service;
        this.state = state;
    }

    /** The server of this home: the recorded one, or one that was started by a command that was killed before it noted so. */
    Optional<ProcessHandle> server() {
        // The process that the state names, if it lives and is what the state says.
        Optional<ProcessHandle> recorded = recorded(state.entry(service.name()));
        return recorded.isPresent()
                ? recorded
                : Processes.find(service::isServer).stream().findFirst();
    }

    /** The process that the state names, if it lives and is what the state says. */
    Optional<ProcessHandle> recorded(ServiceEntry entry) {
        return Processes.recorded(entry.pid(), entry.started())
                .filter(process -> service.isServer(Processes.arguments(process)));
    }

    /** Until none is left: what one of them has started shows only when that one is gone. */
    void killStrays(Optional<ProcessHandle> server) {
        for (List<ProcessHandle> strays = strays(server); !strays.isEmpty(); strays = strays(server)) {
            strays.forEach(this::kill);
        }
    }

    private List<ProcessHandle> strays(Optional<ProcessHandle> server) {
        Stream<ProcessHandle> orphans = server.isPresent() ? Stream.empty() : service.orphans().stream();
        return Stream.concat(Processes.find(service::isOurs).stream(), orphans)
                .filter(process -> Processes.lives(process) && !server.equals(Optional.of(process)))
                .toList();
    }

    /** Gently, and then for certain. */
    void stop(ProcessHandle process) {
        try {
            service.askToStop(process);
        } catch (IOException e) {
            process.destroy();
        }
        if (!Await.until(TO_STOP, () -> !Processes.lives(process))) {
            kill(process);
        }
    }

    private void kill(ProcessHandle process) {
        process.destroyForcibly();
        if (!Await.until(TO_DIE, () -> !Processes.lives(process))) {
            throw WorkshopException.failed(
                    service.title() + " does not end: process " + process.pid() + ".",
                    "It was sent a kill signal " + TO_DIE.toSeconds() + " s ago.",
                    "kill -9 " + process.pid() + ", as the user who started it");
        }
    }
}
