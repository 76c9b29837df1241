package workshop.lab.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import workshop.lab.services.BrokerJvm;
import workshop.lab.services.Home;
import workshop.lab.services.Ports;
import workshop.lab.services.Services;
import workshop.lab.services.Topics;
import workshop.serving.Migrations;
import workshop.settings.Settings;

/**
 * A home with topics and tables, made once for all tests of this JVM and copied for each: to make one costs as much work as
 * to start its services.
 */
final class PreparedHome {
    private static final Path ORIGINAL = make();

    private PreparedHome() {}

    /** A new home, whose services are down. */
    static Path copy() throws IOException {
        Path home = Files.createTempDirectory("workshop-test-");
        copy(ORIGINAL.resolve("."), home);
        return home;
    }

    /** As it is, with the rights and times of all files. */
    static void copy(Path from, Path to) throws IOException {
        try {
            Process copying = new ProcessBuilder("cp", "-pR", from.toString(), to.toString())
                    .inheritIO()
                    .start();
            if (copying.waitFor() != 0) {
                throw new IOException("cannot copy " + from + " to " + to);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
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
