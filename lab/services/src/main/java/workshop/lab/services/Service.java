package workshop.lab.services;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A server program: how to prepare its data, start it, ask it and stop it. {@link Supervisor} decides when. */
interface Service {
    /** As the state and the options call it: kafka. */
    String name();

    /** As people call it: Kafka. */
    String title();

    /** Where it prints to. */
    Path log();

    /** Whether a process with these arguments is this home's server. */
    boolean isServer(List<String> arguments);

    /** Whether a process with these arguments works on this home's data: the server, or what prepares it. */
    boolean isOurs(List<String> arguments);

    /** What a server that is gone may have left running, and does not show its arguments. */
    default List<ProcessHandle> orphans() {
        return List.of();
    }

    /** Whether there is data to start with. */
    boolean isPrepared();

    /** Makes new data, all of it or none. */
    void prepare() throws IOException;

    /** Starts the server, detached. */
    ProcessHandle start(int port) throws IOException;

    /** Removes what only speeds the server up and may have kept it from starting; whether there was any. */
    default boolean removeDoubtful() throws IOException {
        return false;
    }

    /** The version of this home's server, when it answers at that port; else nothing. */
    Optional<String> ask(int port);

    /** Asks a process to end in good order; returns at once. */
    void askToStop(ProcessHandle process) throws IOException;
}
