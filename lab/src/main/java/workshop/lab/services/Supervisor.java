package workshop.lab.services;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import workshop.lab.services.ServiceStatus.Condition;
import workshop.settings.WorkshopException;

/** Brings one service up and down, whatever earlier commands, kills and reboots have left. */
final class Supervisor {
    private static final Duration TO_ANSWER = Duration.ofSeconds(90);
    private static final Duration TO_ANSWER_AGAIN = Duration.ofSeconds(8);
    private static final Duration TO_STOP = Duration.ofSeconds(20);
    private static final Duration TO_DIE = Duration.ofSeconds(10);
    private static final int TRIES = 3;

    private final HomeDirectory home;
    private final Service service;
    private final HomeState state;
    private boolean startedNow;

    Supervisor(HomeDirectory home, Service service, HomeState state) {
        this.home = home;
        this.service = service;
        this.state = state;
    }

    /** Returns when the service answers: at the requested port, or at any if that is null. */
    void up(Integer requested) {
        startedNow = false;
        Optional<ProcessHandle> server = server();
        killStrays(server);
        if (server.isPresent() && takesOn(server.get(), requested)) {
            return;
        }
        server.ifPresent(this::stop);
        try {
            if (!service.isPrepared()) {
                home.requireSpace();
                service.prepare();
            }
            start(requested);
        } catch (IOException e) {
            throw Failures.start(service, e);
        }
    }

    private boolean takesOn(ProcessHandle server, Integer requested) {
        Entry entry = state.entry(service.name());
        if (!service.isPrepared() || entry.port() == 0) {
            return false; // Its data, or what we knew of it, was deleted under its feet.
        }
        if (requested != null && requested != entry.port()) {
            throw Failures.otherPort(service, entry.port(), requested);
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
            state.put(service.name(), Entry.startingAt(port));
            ProcessHandle server = service.start(port);
            startedNow = true;
            state.put(service.name(), Entry.startingAt(port).with(server));
            if (answers(server, port, TO_ANSWER)) {
                return;
            }
            boolean died = !Processes.lives(server);
            down();
            if (!(died && requested == null && attempt < TRIES && !FreePorts.isFree(port))) {
                throw Failures.start(service, died, log.lines());
            }
        }
    }

    private boolean answers(ProcessHandle server, int port, Duration patience) {
        Optional<?>[] version = {Optional.empty()};
        Await.until(patience, () -> {
            version[0] = service.ask(port);
            return version[0].isPresent() || !Processes.lives(server);
        });
        version[0].ifPresent(answer ->
                state.put(service.name(), Entry.startingAt(port).with(server).with(answer.toString())));
        return version[0].isPresent();
    }

    void stopIfStartedNow() {
        if (startedNow) {
            down();
        }
    }

    void down() {
        startedNow = false;
        Optional<ProcessHandle> server = server();
        killStrays(server);
        server.ifPresent(this::stop);
        Entry entry = state.entry(service.name());
        if (entry.port() != 0) {
            state.put(service.name(), entry.stopped());
        }
    }

    boolean listens() {
        return status().condition() == Condition.RUNNING;
    }

    ServiceStatus status() {
        Entry entry = state.entry(service.name());
        Optional<ProcessHandle> server = entry.pid() == 0 ? Optional.empty() : recorded(entry);
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

    /** The server of this home: the recorded one, or one that was started by a command that was killed before it noted so. */
    private Optional<ProcessHandle> server() {
        Optional<ProcessHandle> recorded = recorded(state.entry(service.name()));
        return recorded.isPresent()
                ? recorded
                : Processes.find(service::isServer).stream().findFirst();
    }

    private Optional<ProcessHandle> recorded(Entry entry) {
        return Processes.recorded(entry.pid(), entry.started())
                .filter(process -> service.isServer(Processes.arguments(process)));
    }

    /** Until none is left: what one of them has started shows only when that one is gone. */
    private void killStrays(Optional<ProcessHandle> server) {
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

    private void stop(ProcessHandle process) {
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
