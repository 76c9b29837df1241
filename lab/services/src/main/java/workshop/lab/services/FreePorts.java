package workshop.lab.services;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import workshop.settings.WorkshopException;

/** The ports of loopback. */
public final class FreePorts {
    /**
     * Below those that operating systems hand out by themselves: there, a client that keeps calling for a server that is
     * down ends up connected to itself, and the port is lost.
     */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int TRIES = 200;
    private static final int CONNECT_MILLIS = 500;

    private FreePorts() {}

    /** The requested port, or else the one of the last time if it is free, or else any. */
    static int choose(Service service, Integer requested, int lastTime) {
        if (requested == null) {
            return lastTime != 0 && isFree(lastTime) ? lastTime : any();
        }
        if (requested < 1 || requested > 65_535) {
            throw WorkshopException.usage(
                    "There is no port " + requested + ".",
                    "Ports go from 1 to 65535.",
                    "./workshop up --" + service.name() + "-port with one of these, or without it for a free one");
        }
        if (!isFree(requested)) {
            throw StartFailures.portInUse(service, requested, holder(requested));
        }
        return requested;
    }

    static int any() {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                return port;
            }
        }
        throw WorkshopException.failed(
                "No free port was found.",
                TRIES + " of the ports from " + LOWEST + " to " + HIGHEST + " are in use.",
                "./workshop up --kafka-port PORT --postgres-port PORT");
    }

    public static boolean isFree(int port) {
        if (answers(port)) {
            return false; // On some systems, somebody who listens on all addresses does not keep us from binding to
            // one.
        }
        try (ServerSocket socket = new ServerSocket(port, 1, loopback())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Whether a server listens there. */
    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(loopback(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException silent) {
            return false;
        }
    }

    /** Who listens at a port that is not free, as far as lsof tells. */
    public static String holder(int port) {
        try {
            Optional<Path> lsof = Processes.program("lsof");
            if (lsof.isPresent()) {
                String pid = Processes.run(
                                List.of(lsof.get().toString(), "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN"),
                                Path.of("/"))
                        .output()
                        .lines()
                        .findFirst()
                        .orElse("");
                return ProcessHandle.of(Long.parseLong(pid))
                        .flatMap(process -> process.info().command())
                        .map(command -> "Process " + pid + " (" + command + ")")
                        .orElse("Another program");
            }
        } catch (IOException | NumberFormatException unknown) {
            return "Another program";
        }
        return "Another program";
    }

    /** Not that of the JVM, which may prefer the sixth version. */
    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}
