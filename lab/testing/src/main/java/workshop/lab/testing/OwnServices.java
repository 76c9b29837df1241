package workshop.lab.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import workshop.lab.services.Home;
import workshop.lab.services.Ports;
import workshop.lab.services.Services;
import workshop.settings.Settings;

/** Services in a home of their own, which goes with them. */
final class OwnServices implements TestServices {
    private final Path home;
    private final Services services;
    private final Settings settings;

    OwnServices() throws IOException {
        this.home = PreparedHome.copy();
        this.services = Services.at(home);
        this.settings = services.up(Ports.ANY).settings(Settings.of(Map.of()));
    }

    @Override
    public Path home() {
        return home;
    }

    @Override
    public Services services() {
        return services;
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public void close() {
        // Kafka's data goes anyway: it need not write it to the disk before it ends.
        services.status().stream()
                .filter(service -> service.name().equals("Kafka"))
                .findFirst()
                .flatMap(kafka -> ProcessHandle.of(kafka.pid()))
                .ifPresent(ProcessHandle::destroyForcibly);
        services.down();
        Home.delete(home);
    }
}
