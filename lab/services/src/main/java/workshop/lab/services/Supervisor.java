package workshop.lab.services;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import workshop.lab.services.ServiceStatus.Condition;
import workshop.settings.Runner;
import workshop.settings.WorkshopException;

/** Brings one service up and down, whatever earlier commands, kills and reboots have left. */
final class Supervisor {
    private static final Duration TO_ANSWER = Duration.ofSeconds(90);
    private static final Duration TO_ANSWER_AGAIN = Duration.ofSeconds(8);
    private static final int TRIES = 3;

    private final HomeDirectory home;
    private final Service service;
    private final HomeState state;
    private final ServiceProcesses processes;
    private boolean startedNow;

    Supervisor(HomeDirectory home, Service service, HomeState state) {
        this.home = home;
        this.service = service;
        this.state = state;
        this.processes = new ServiceProcesses(service, state);
    }

    /** Returns when the service answers: at the requested port, or at any if that is null. */
    void up(Integer requested) {
        startedNow = false;
        Optional<ProcessHandle> server = processes.server();
        processes.killStrays(server);
        if (server.isPresent() && takesOn(server.get(), requested)) {
            return;
        }
        server.ifPresent(processes::stop);
        try {
            if (!service.isPrepared()) {
                home.requireSpace();
                service.prepare();
            }
            start(requested);
        } catch (IOException e) {
            throw StartFailures.start(service, e);
        }
    }

    private boolean takesOn(ProcessHandle server, Integer requested) {
        ServiceEntry entry = state.entry(service.name());
        if (!service.isPrepared() || entry.port() == 0) {
            return false; // Its data, or what we knew of it, was deleted under its feet.
        }
        if (requested != null && requested != entry.port()) {
            throw StartFailures.otherPort(service, entry.port(), requested);
        }
        state.put(service.name(), entry.with(server));
        return answers(server, entry.port(), patienceWith(server));
    }

    /** One that a killed command has just started may need its full time; one that is old answers, or hangs. */
    private static Duration patienceWith(ProcessHandle server) {
        Duration age = server.info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()))
                .orElse(TO_ANSWER);
        Duration left = TO_ANSWER.minus(age);
        return left.compareTo(TO_ANSWER_AGAIN) > 0 ? left : TO_ANSWER_AGAIN;
    }

    private void start(Integer requested) throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = FreePorts.choose(
                    service, requested, state.entry(service.name()).port());
            LogTail log = LogTail.from(service.log());
            state.put(service.name(), ServiceEntry.startingAt(port));
            ProcessHandle server = service.start(port);
            startedNow = true;
            state.put(service.name(), ServiceEntry.startingAt(port).with(server));
            if (answers(server, port, TO_ANSWER)) {
                return;
            }
            boolean died = !Processes.lives(server);
            down();
            if (!died || attempt == TRIES || !(log.tellsOfTakenPort() || service.removeDoubtful())) {
                throw StartFailures.start(service, died, log.lines());
            }
        }
    }

    private boolean answers(ProcessHandle server, int port, Duration timeout) {
        Optional<?>[] version = {Optional.empty()};
        Await.until(timeout, () -> {
            version[0] = service.ask(port);
            return version[0].isPresent() || !Processes.lives(server);
        });
        version[0].ifPresent(answer -> state.put(
                service.name(), ServiceEntry.startingAt(port).with(server).with(answer.toString())));
        return version[0].isPresent();
    }

    void stopIfStartedNow() {
        if (startedNow) {
            down();
        }
    }

    void down() {
        startedNow = false;
        Optional<ProcessHandle> server = processes.server();
        processes.killStrays(server);
        server.ifPresent(processes::stop);
        ServiceEntry entry = state.entry(service.name());
        if (entry.pid() != 0) {
            noteStop(entry);
        }
    }

    /** On a full disk the old note stays, and the next command finds nobody behind it. */
    private void noteStop(ServiceEntry entry) {
        try {
            state.put(service.name(), entry.stopped());
        } catch (WorkshopException unwritable) {
            System.getLogger(Supervisor.class.getName())
                    .log(System.Logger.Level.DEBUG, unwritable.threeLines(Runner.COMMAND_LINE));
        }
    }

    boolean listens() {
        return status().condition() == Condition.RUNNING;
    }

    ServiceStatus status() {
        ServiceEntry entry = state.entry(service.name());
        Optional<ProcessHandle> server = entry.pid() == 0 ? Optional.empty() : processes.recorded(entry);
        Condition condition = server.isPresent()
                ? (FreePorts.answers(entry.port()) ? Condition.RUNNING : Condition.SILENT)
                : (entry.pid() == 0 ? Condition.STOPPED : Condition.DIED);
        return new ServiceStatus(
                service.title(),
                condition,
                server.map(ProcessHandle::pid).orElse(0L),
                entry.port(),
                entry.version(),
                server.map(process -> entry.started()).orElse(null));
    }
}
