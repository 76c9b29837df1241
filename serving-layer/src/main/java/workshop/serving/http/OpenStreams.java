package workshop.serving.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import workshop.settings.Settings;

/** The event streams that are open: so many in all, and fewer of one address, so that no client keeps the others out. */
final class OpenStreams {
    private static final int MOST = 1_000;
    /** After how long a page that found no room asks again. */
    private static final int RETRY_SECONDS = 10;

    private final int mostOfOne;
    private final Set<StreamClient> clients = ConcurrentHashMap.newKeySet();

    /** @param mostOfOne how many streams one address may have, the setting dashboard.streams */
    OpenStreams(int mostOfOne) {
        this.mostOfOne = mostOfOne;
    }

    /** @throws Problem if there is no room for it */
    synchronized void add(StreamClient client) {
        requireRoom(client.address());
        clients.add(client);
    }

    /** @throws Problem with status 429 if this address has all that it may have, 503 if there is no room for anybody */
    void requireRoom(String address) {
        if (clients.size() >= MOST) {
            throw Problem.of(503, "Too many open streams", "There are " + MOST + " already; close some pages.")
                    .retryAfter(RETRY_SECONDS);
        }
        long ofThisOne = clients.stream()
                .filter(client -> client.address().equals(address))
                .count();
        if (ofThisOne >= mostOfOne) {
            throw Problem.of(
                            429,
                            "Too many open streams of one address",
                            "Your address has " + mostOfOne
                                    + " already; close some pages. If many people share it, start"
                                    + " the page with a larger " + Settings.variable("dashboard.streams")
                                    + " in the environment.")
                    .retryAfter(RETRY_SECONDS);
        }
    }

    void remove(StreamClient client) {
        clients.remove(client);
    }

    void forEach(Consumer<StreamClient> work) {
        clients.forEach(work);
    }

    int size() {
        return clients.size();
    }
}
