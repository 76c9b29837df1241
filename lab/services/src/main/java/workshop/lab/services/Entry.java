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
record Entry(int port, long pid, Instant started, String version) {
    static final Entry NONE = new Entry(0, 0, null, null);

    /** The port is known before the process starts. */
    static Entry startingAt(int port) {
        return new Entry(port, 0, null, null);
    }

    Entry with(ProcessHandle process) {
        return new Entry(port, process.pid(), process.info().startInstant().orElse(null), version);
    }

    Entry with(String answeredVersion) {
        return new Entry(port, pid, started, answeredVersion);
    }

    Entry stopped() {
        return new Entry(port, 0, null, version);
    }
}
