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
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import workshop.settings.WorkshopException;

/**
 * A history file on this machine.
 *
 * @param name the path, as it was given
 * @param length in bytes, when the file was looked at
 */
public record LocalFile(String name, long length) implements HistoryInput {
    private static final int LONGEST_MAGIC = 6;
    private static final List<Packed> PACKED = List.of(
            new Packed("gzip", "1f8b", "gunzip"),
            new Packed("zip", "504b0304", "unzip"),
            new Packed("bzip2", "425a68", "bunzip2"),
            new Packed("xz", "fd377a585a00", "unxz"),
            new Packed("zstd", "28b52ffd", "unzstd"));

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
            rejectPacked(path, in.readNBytes(LONGEST_MAGIC));
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

    private static void rejectPacked(Path path, byte[] start) {
        for (Packed packed : PACKED) {
            byte[] magic = HexFormat.of().parseHex(packed.magic);
            if (start.length >= magic.length && Arrays.equals(magic, Arrays.copyOf(start, magic.length))) {
                throw unusable(
                        path,
                        "is compressed (" + packed.format + ").",
                        "A history is read as plain text, in parts, which a compressed file does not allow.",
                        "unpack it first: " + packed.command + " " + path);
            }
        }
    }

    private static WorkshopException notReadable(Path path, String why) {
        return unusable(path, "cannot be read.", why, "ls -l " + path);
    }

    private static WorkshopException unusable(Path path, String what, String why, String next) {
        return WorkshopException.usage("The history file " + path + " " + what, why, next);
    }

    private record Packed(String format, String magic, String command) {}
}
