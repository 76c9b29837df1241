package workshop.lab.services;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import workshop.settings.WorkshopException;

/** The PostgreSQL server from Maven Central, unpacked once for all homes of a user. */
final class PostgresBinaries {
    /** Names the folder to unpack to. */
    static final String CACHE_PROPERTY = "workshop.postgres.cache";

    private static final Pattern JAR_VERSION = Pattern.compile("-([0-9]+(?:\\.[0-9]+)+)\\.jar!");
    private static final Duration TO_UNPACK = Duration.ofMinutes(2);

    private PostgresBinaries() {}

    /** The folder with bin, lib and share. Several processes may ask at once. */
    static Path unpacked() throws IOException {
        URL archive = archive();
        Path folder = cache().resolve("postgresql-" + version(archive));
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.getParent());
            try (HomeLock lock = HomeLock.of(folder.resolveSibling(folder.getFileName() + ".lock"), TO_UNPACK)) {
                if (!Files.isDirectory(folder)) {
                    Path partial = folder.resolveSibling(folder.getFileName() + ".partial");
                    Home.delete(partial);
                    unpack(archive, Files.createDirectories(partial));
                    Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
        return folder;
    }

    static Path cache() {
        String given = System.getProperty(CACHE_PROPERTY);
        return given != null
                ? Path.of(given).toAbsolutePath()
                : Path.of(System.getProperty("user.home"), ".cache", "lambda-workshop");
    }

    static URL archive() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT).replaceFirst("^mac.*", "darwin");
        String arch = System.getProperty("os.arch")
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^amd64$", "x86_64")
                .replaceFirst("^(aarch64|arm64)$", "arm_64");
        String name = "/postgres-" + os + "-" + arch + ".txz";
        URL archive = PostgresBinaries.class.getResource(name);
        if (archive == null) {
            throw WorkshopException.failed(
                    "There is no PostgreSQL here for " + System.getProperty("os.name") + " on "
                            + System.getProperty("os.arch") + ".",
                    "The class path holds no " + name.substring(1) + "; Linux and macOS have one, on amd64 and arm64.",
                    "docker compose up -d --wait, or ./mvnw package -DskipTests on such a machine");
        }
        return archive;
    }

    private static String version(URL archive) {
        Matcher matcher = JAR_VERSION.matcher(archive.toString());
        return matcher.find() ? matcher.group(1) : "18";
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        try (InputStream in = archive.openStream();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, folder);
            }
        }
    }

    private static void unpack(InputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("an entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, folder.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            Files.setPosixFilePermissions(target, permissions(entry.getMode()));
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        // The constants are in the order of the bits, the owner's read first.
        List<PosixFilePermission> bits = List.of(PosixFilePermission.values());
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (int bit = 0; bit < bits.size(); bit++) {
            if ((mode & (0400 >> bit)) != 0) {
                permissions.add(bits.get(bit));
            }
        }
        return permissions;
    }
}
