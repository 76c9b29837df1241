package workshop.lab.services;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;

/**
 * {@code services.properties}: which processes serve this home, and at which ports. Nothing here is believed blindly:
 * it says where to look first.
 */
final class HomeState {
    private final Path file;

    HomeState(Path home) {
        this.file = home.resolve("services.properties");
    }

    synchronized ServiceEntry entry(String service) {
        Properties values = read();
        try {
            int port = Integer.parseInt(values.getProperty(service + ".port", "0"));
            long pid = Long.parseLong(values.getProperty(service + ".pid", "0"));
            String started = values.getProperty(service + ".started");
            return new ServiceEntry(
                    port,
                    pid,
                    started == null ? null : Instant.parse(started),
                    values.getProperty(service + ".version"));
        } catch (RuntimeException unreadable) {
            return ServiceEntry.NONE;
        }
    }

    synchronized void put(String service, ServiceEntry entry) {
        Properties values = read();
        values.keySet().removeIf(key -> key.toString().startsWith(service + "."));
        values.setProperty(service + ".port", Integer.toString(entry.port()));
        if (entry.pid() != 0) {
            values.setProperty(service + ".pid", Long.toString(entry.pid()));
        }
        if (entry.started() != null) {
            values.setProperty(service + ".started", entry.started().toString());
        }
        if (entry.version() != null) {
            values.setProperty(service + ".version", entry.version());
        }
        try {
            StringWriter text = new StringWriter();
            values.store(text, null);
            HomeDirectory.write(file, text.toString());
        } catch (IOException e) {
            throw HomeDirectory.unwritable(file, e);
        }
    }

    private Properties read() {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        } catch (NoSuchFileException never) {
            return values;
        } catch (IOException | IllegalArgumentException unreadable) {
            return new Properties();
        }
        return values;
    }
}
