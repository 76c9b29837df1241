package workshop.serving.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One open event stream. Writes without waiting: no thread belongs to a client, and one that does not read, or has vanished
 * without goodbye, delays nobody. Where it falls behind, it gets everything at once when it reads again; if it does not
 * read for half a minute, its connection is closed.
 */
final class StreamClient implements WriteListener {
    private final AsyncContext request;
    private final String address;
    private final ServletOutputStream out;
    private final Supplier<byte[]> everything;
    private final Consumer<StreamClient> gone;
    private boolean behind = true; // it has nothing yet
    private boolean ended;

    /**
     * @param address of the client
     * @param everything the event that a client needs who knows nothing
     */
    StreamClient(AsyncContext request, String address, Supplier<byte[]> everything, Consumer<StreamClient> gone)
            throws IOException {
        this.request = request;
        this.address = address;
        this.out = request.getResponse().getOutputStream();
        this.everything = everything;
        this.gone = gone;
    }

    String address() {
        return address;
    }

    /** Lets events come. Whoever counts the clients knows of this one before, for from here on it may go at any time. */
    void begin() {
        out.setWriteListener(this);
    }

    /** Sends an event, or notes that the client has missed it. */
    synchronized void send(byte[] event) {
        try {
            if (!ended && (behind || !out.isReady())) {
                behind = true;
                catchUp();
            } else if (!ended) {
                write(event);
            }
        } catch (IOException | IllegalStateException e) {
            onError(e);
        }
    }

    @Override
    public synchronized void onWritePossible() throws IOException {
        catchUp();
    }

    private void catchUp() throws IOException {
        if (!ended && behind && out.isReady()) {
            byte[] all = everything.get();
            if (all.length > 0) {
                behind = false;
                write(all);
            }
        }
    }

    private void write(byte[] event) throws IOException {
        out.write(event);
        if (out.isReady()) {
            out.flush();
        }
    }

    @Override
    public void onError(Throwable vanished) {
        end();
    }

    /** Ends the stream, once. */
    void end() {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
        }
        gone.accept(this);
        try {
            request.complete();
        } catch (IllegalStateException alreadyOver) {
            // the connection ended it first
        }
    }
}
