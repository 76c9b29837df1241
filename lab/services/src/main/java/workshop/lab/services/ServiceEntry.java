package workshop.lab.services;

import java.time.Instant;

/**
 * What the state of a home says of one service.
 *
 * @param port where it listened last; 0 if it was never started
 * @param pid its process; 0 if it was stopped, or if the command that started it was killed in that instant
 * @param started when the process started, so that a later process with the same id is not taken for it; null without pid
 * @param version null until the service answered
 */
record ServiceEntry(int port, long pid, Instant started, String version) {
    static final ServiceEntry NONE = new ServiceEntry(0, 0, null, null);

    /** The port is known before the process starts. */
    static ServiceEntry startingAt(int port) {
        return new ServiceEntry(port, 0, null, null);
    }

    ServiceEntry with(ProcessHandle process) {
        return new ServiceEntry(
                port, process.pid(), process.info().startInstant().orElse(null), version);
    }

    ServiceEntry with(String answeredVersion) {
        return new ServiceEntry(port, pid, started, answeredVersion);
    }

    ServiceEntry stopped() {
        return new ServiceEntry(port, 0, null, version);
    }
}
