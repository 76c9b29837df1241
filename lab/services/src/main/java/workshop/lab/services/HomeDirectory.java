package workshop.lab.services;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import workshop.settings.WorkshopException;

/** The directory that holds the data of one lab. */
record HomeDirectory(Path path) {
    /** A new PostgreSQL takes 60 MB and a new Kafka little; what runs needs room to breathe. */
    private static final long BYTES_TO_BEGIN = 150_000_000;

    /** The home at a path that need not exist. A symbolic link and what it names are the same home. */
    static HomeDirectory at(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            return new HomeDirectory(Files.exists(absolute) ? absolute.toRealPath() : absolute);
        } catch (IOException unreadable) {
            return new HomeDirectory(absolute);
        }
    }

    /** Makes the directory if it is not there. */
    HomeDirectory create() {
        try {
            Files.createDirectories(path);
            return new HomeDirectory(path.toRealPath());
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    boolean exists() {
        return Files.isDirectory(path);
    }

    Path directory(String name) {
        Path directory = path.resolve(name);
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw unwritable(directory, e);
        }
    }

    /** Refuses to begin on a disk that is as good as full. */
    void requireSpace() {
        try {
            long usable = Files.getFileStore(path).getUsableSpace();
            if (usable < BYTES_TO_BEGIN) {
                throw WorkshopException.failed(
                        "There is no room for new data in " + path + ".",
                        "Its disk has " + usable / 1_000_000 + " MB left; a start takes " + BYTES_TO_BEGIN / 1_000_000
                                + " MB.",
                        StartFailures.NEXT_WHEN_FULL);
            }
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    /** Writes a template of this package's resources with its {@code {placeholders}} filled in. */
    void write(Path file, String template, Map<String, String> values) {
        try (InputStream in = HomeDirectory.class.getResourceAsStream(template)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace("{" + value.getKey() + "}", value.getValue());
            }
            write(file, text);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Writes a file so that a reader, or a command after a kill, finds all of it or none. */
    static void write(Path file, String text) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(next, text);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static WorkshopException unwritable(Path path, IOException cause) {
        String why = String.valueOf(cause.getMessage());
        if (StartFailures.isDiskFull(why)) {
            return WorkshopException.failed(
                    "Cannot write " + path + ".", "The disk is full: " + why, StartFailures.NEXT_WHEN_FULL, cause);
        }
        if (cause instanceof AccessDeniedException) {
            why = "You may not write there.";
        } else if (cause instanceof FileAlreadyExistsException file) {
            why = file.getFile() + " is a file.";
        }
        return WorkshopException.failed(
                "Cannot write " + path + ".", why, "choose another directory: ./workshop up --home DIR", cause);
    }
}
