package workshop.lab.verify.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import workshop.settings.WorkshopException;

/** A history file, read from its first byte to its last. */
public final class RecountedFile {
    /** In bytes; what is longer is no record. */
    static final int MAX_RECORD = 16 << 20;

    private RecountedFile() {}

    /**
     * Shows all that a file holds. Its first byte, byte order mark and white space apart, tells what it is: {@code [} begins
     * an array, all else is lines.
     *
     * @throws WorkshopException if the file cannot be read to its end; what is wrong in the file goes to the visitor
     */
    public static void read(Path path, EntryVisitor visitor) {
        try (FileBytes bytes = FileBytes.open(path)) {
            long start = bytes.startsWith(0xEF, 0xBB, 0xBF) ? 3 : 0;
            long first = bytes.skipBlank(start);
            if (first < bytes.length() && bytes.at(first) == '[') {
                long read = new ParsedArray(bytes, visitor).read(first);
                new DamagedArray(bytes, visitor).read(read);
            } else {
                new Lines(bytes, visitor).read(start);
            }
        } catch (IOException e) {
            throw notRead(path, e);
        }
    }

    /**
     * SHA-256 of a file's content, in hexadecimal digits.
     *
     * @throws WorkshopException if the file cannot be read to its end
     */
    public static String sha256(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = digest();
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw notRead(path, e);
        }
    }

    /**
     * Whether a file begins so and has no record behind it: white space, commas and the end of an array apart.
     *
     * @throws WorkshopException if the file cannot be read to its end
     */
    public static boolean isNoMoreThan(Path path, Beginning beginning) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            MessageDigest digest = digest();
            for (long i = 0; i < beginning.bytes(); i++) {
                int b = in.read();
                if (b < 0) {
                    return false;
                }
                digest.update((byte) b);
            }
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (!FileBytes.isBlank((byte) b) && b != ',' && b != ']') {
                    return false;
                }
            }
            return HexFormat.of().formatHex(digest.digest()).equals(beginning.sha256());
        } catch (IOException e) {
            throw notRead(path, e);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A history file that cannot be read, and so not be recounted. */
    public static WorkshopException notRead(Path path, IOException e) {
        return WorkshopException.failed(
                "The history file " + path + " cannot be recounted.",
                e instanceof NoSuchFileException
                        ? "It is not there any more; the totals were computed from it."
                        : "It could not be read to its end: " + e.getMessage(),
                "put it back, then ./workshop verify; or ./workshop batch --history FILE, which computes the totals anew");
    }
}
