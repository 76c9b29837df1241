package workshop.lab.measure;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import workshop.producer.RecordSource;

/** Events that flow in the background until they are stopped. */
final class Flow implements AutoCloseable {
    private final CompletableFuture<List<SentEvent>> all;
    private volatile boolean isStopped;

    Flow(Sender sender, RecordSource source, int perSecond) {
        all = CompletableFuture.supplyAsync(() -> sender.send(source, Long.MAX_VALUE, perSecond, () -> !isStopped));
    }

    /** Stops it; returns all that it has sent, when it is acknowledged. */
    List<SentEvent> stop() {
        isStopped = true;
        return all.join();
    }

    @Override
    public void close() {
        isStopped = true;
    }
}
