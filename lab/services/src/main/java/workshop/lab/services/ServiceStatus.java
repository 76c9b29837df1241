package workshop.lab.services;

import java.time.Instant;

/**
 * What {@code ./workshop status} says of one service. Without a process, pid is 0 and since is null; port (0 if never
 * started) and version (null) are those of the last start.
 */
public record ServiceStatus(String name, Condition condition, long pid, int port, String version, Instant since) {

    public enum Condition {
        /** Its process lives and its port answers. */
        RUNNING,
        /** Its process lives, its port does not answer: it starts, stops or hangs. */
        SILENT,
        STOPPED,
        /** It was started and nobody stopped it, but its process is gone. */
        DIED
    }
}
