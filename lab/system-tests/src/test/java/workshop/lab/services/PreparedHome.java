package workshop.lab.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import workshop.serving.Migrations;
import workshop.settings.Settings;

/**
 * A home with topics and tables, made once for all tests of this JVM and copied for each: to make one costs as much work as
 * to start its services.
 */
public final class PreparedHome {
    private static final Path ORIGINAL = make();

    private PreparedHome() {}

    /** A new home, whose services are down. */
    public static Path copy() throws IOException {
        Path home = Files.createTempDirectory("workshop-test-");
        Processes.Outcome copied = Processes.run(List.of("cp", "-pR", ORIGINAL + "/.", home.toString()), home);
        if (copied.exitCode() != 0) {
            throw new IOException(copied.output());
        }
        return home;
    }

    private static Path make() {
        try {
            Path home = Files.createTempDirectory("workshop-prepared-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Home.delete(home)));
            withArchive(() -> fill(home));
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Path home) {
        Services services = Services.at(home);
        try {
            Settings settings = services.up(Ports.ANY).settings(Settings.of(Map.of()));
            Topics.create(settings);
            Migrations.migrate(settings);
        } finally {
            services.down();
        }
    }

    /** Where the broker's class-data archive is not there, the first of several test JVMs makes it by the way. */
    private static void withArchive(Runnable run) throws IOException {
        Path archive = BrokerJvm.archive();
        try (FileChannel lock = FileChannel.open(
                        archive.resolveSibling("broker.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock.tryLock()) {
            if (held != null && !Files.exists(archive)) {
                System.setProperty(BrokerJvm.RECORD_PROPERTY, "true");
            }
            run.run();
        } finally {
            System.clearProperty(BrokerJvm.RECORD_PROPERTY);
        }
    }
}
