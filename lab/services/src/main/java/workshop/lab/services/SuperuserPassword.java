package workshop.lab.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A file that only its owner reads: never on a command line, never in a log. */
record SuperuserPassword(Path file) {
    private static final int BYTES = 24;

    /** Replaces the password by a new random one, for new data. */
    Path renew() throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
        return file;
    }

    String read() throws IOException {
        return Files.readString(file).strip();
    }
}
