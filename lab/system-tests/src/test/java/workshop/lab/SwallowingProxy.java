package workshop.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Stands before a server, and from a moment on swallows every byte in both directions without closing anything: to its clients,
 * the server's host has vanished. What a client or the server closes then, the other does not hear of either.
 */
final class SwallowingProxy implements AutoCloseable {
    private final String server;
    private final ServerSocket listener;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private volatile boolean swallows;

    private SwallowingProxy(String server) throws IOException {
        this.server = server;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        inBackground(this::accept);
    }

    /** @param server host:port */
    static SwallowingProxy before(String server) throws IOException {
        return new SwallowingProxy(server);
    }

    /** host:port, where clients find it. */
    String address() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    void swallow() {
        swallows = true;
    }

    /** New connections reach the server again. What was swallowed is lost, and so are the connections that lost it. */
    void heal() {
        closeSockets();
        swallows = false;
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = keep(listener.accept());
            String[] hostAndPort = server.split(":");
            Socket upstream = keep(new Socket(hostAndPort[0], Integer.parseInt(hostAndPort[1])));
            inBackground(() -> pump(client, upstream));
            inBackground(() -> pump(upstream, client));
        }
    }

    private Socket keep(Socket socket) {
        sockets.add(socket);
        return socket;
    }

    private void pump(Socket from, Socket to) throws IOException {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] bytes = new byte[1 << 16];
        for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
            if (!swallows) {
                out.write(bytes, 0, read);
            }
        }
        if (!swallows) {
            to.close();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        // by one of the two sides, or by the test's end
                    }
                },
                "swallowing-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void closeSockets() {
        for (Socket socket = sockets.poll(); socket != null; socket = sockets.poll()) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        closeSockets();
    }
}
