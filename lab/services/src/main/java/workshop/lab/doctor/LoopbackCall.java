package workshop.lab.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A call from this machine to itself. */
final class LoopbackCall {
    private static final int PATIENCE_MILLIS = 1_500;
    private static final int BYTE = 42;

    private LoopbackCall() {}

    static void make() throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try (ServerSocket server = new ServerSocket(0, 1, loopback);
                Socket caller = new Socket()) {
            server.setSoTimeout(PATIENCE_MILLIS);
            caller.connect(new InetSocketAddress(loopback, server.getLocalPort()), PATIENCE_MILLIS);
            try (Socket called = server.accept()) {
                called.setSoTimeout(PATIENCE_MILLIS);
                caller.getOutputStream().write(BYTE);
                if (called.getInputStream().read() != BYTE) {
                    throw new IOException("what was sent did not arrive");
                }
            }
        }
    }
}
