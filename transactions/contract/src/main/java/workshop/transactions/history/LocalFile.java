package workshop.transactions.history;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import workshop.settings.WorkshopException;
import workshop.transactions.looks.Packed;

/**
 * A history file on this machine.
 *
 * @param name the path, as it was given
 * @param length in bytes, when the file was looked at
 */
public record LocalFile(String name, long length) implements HistoryInput {

    public LocalFile {
        requireNonNull(name, "name is null");
    }

    /**
     * The history file at a path.
     *
     * @throws WorkshopException (usage) if the file is not there, is a directory, cannot be read or is compressed
     */
    public static LocalFile at(Path path) {
        if (!Files.exists(path)) {
            throw unusable(
                    path,
                    "is not there.",
                    "No file has this path, seen from " + Path.of("").toAbsolutePath() + ".",
                    "ls " + (path.getParent() == null ? "." : path.getParent()));
        }
        if (Files.isDirectory(path)) {
            throw unusable(
                    path,
                    "is a directory.",
                    "What is read is a file, not a folder: name the files in it, one by one.",
                    "ls " + path);
        }
        if (!Files.isReadable(path)) {
            throw notReadable(path, "Its permissions do not let you read it.");
        }
        try (InputStream in = Files.newInputStream(path)) {
            Packed.of(in.readNBytes(Packed.LONGEST_MAGIC)).ifPresent(packed -> {
                throw packed(path, packed);
            });
            return new LocalFile(path.toString(), Files.size(path));
        } catch (IOException e) {
            throw notReadable(path, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public InputStream open(long offset) throws IOException {
        return Channels.newInputStream(FileChannel.open(Path.of(name)).position(offset));
    }

    /** SHA-256 of the content, in hexadecimal digits. */
    public String sha256() throws IOException {
        try (DigestInputStream in = new DigestInputStream(open(0), MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[1 << 16];
            while (in.read(buffer) >= 0) {
                // the digest sees all of it
            }
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static WorkshopException packed(Path path, Packed packed) {
        return unusable(
                path,
                "is compressed (" + packed.format() + ").",
                "A history is read as plain text, in parts, which a compressed file does not allow.",
                "unpack it first: " + packed.command() + " " + path);
    }

    private static WorkshopException notReadable(Path path, String why) {
        return unusable(path, "cannot be read.", why, "ls -l " + path);
    }

    private static WorkshopException unusable(Path path, String what, String why, String next) {
        return WorkshopException.usage("The history file " + path + " " + what, why, next);
    }
}
