package workshop.lab.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import workshop.lab.services.ServiceStatus;

/** The facts that the checks judge by: those of this machine, or of one that a test describes. */
interface Machine {
    /** A property of Java; empty if it is not set. */
    String property(String name);

    /** A variable of the environment; empty if it is not set. */
    String variable(String name);

    /** Where Kafka, PostgreSQL and the lake keep their data; need not exist. */
    Path home();

    /** Where PostgreSQL's programs are unpacked to; need not exist. */
    Path programs();

    /** Where libraries unpack their native parts, and the demo its home. */
    Path temporary();

    /** What can be done in a folder, or in the nearest one above it that exists. */
    FolderProbe place(Path folder) throws IOException;

    Memory memory() throws IOException;

    Limits limits() throws IOException;

    /** Who listens at a port of 127.0.0.1, as a sentence calls it; nothing if the port is free. */
    Optional<String> holder(int port);

    /** Kafka and PostgreSQL of this home. */
    List<ServiceStatus> services();

    /** Other homes of this user whose services run, each with its processes. */
    Map<Path, List<Long>> otherHomes();

    /** What the build should have left and has not, a sentence each. */
    List<String> missingParts();

    /** The addresses of a host's name; none if it is not known. */
    List<String> addresses(String host);

    /** Whether a server answers there soon. */
    boolean reaches(String host, int port);

    /** The name that this machine gives itself. */
    String hostName() throws IOException;

    /** Listens on 127.0.0.1, calls itself there, and sends a byte. */
    void callItself() throws IOException;

    Instant now();

    /** When the workshop was built: no true clock can be before it. */
    Instant built() throws IOException;

    /** By how much the clock moved otherwise than time did, since this program began. */
    Duration clockJump();

    /** Runs a program for some seconds at most. */
    ProgramOutput run(String... command);
}
