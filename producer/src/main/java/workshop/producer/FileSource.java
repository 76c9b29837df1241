package workshop.producer;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import workshop.settings.Advice;
import workshop.settings.Command;
import workshop.settings.WorkshopException;

/** The lines of a JSON Lines file, byte for byte, whether they keep the contract or not. Blank lines are no records. */
public final class FileSource implements RecordSource {
    /** Lines of larger files are not counted beforehand: that would take longer than progress is worth. */
    private static final long COUNTED_UP_TO_BYTES = 1L << 30;

    private final InputStream in;
    private final LineReader lines;
    private final OptionalLong expected;

    private FileSource(InputStream in, LineReader lines, OptionalLong expected) {
        this.in = in;
        this.lines = lines;
        this.expected = expected;
    }

    /** @throws WorkshopException if the file is not there, is not readable, or is a JSON array */
    public static RecordSource open(Path file) {
        requireReadable(file);
        try {
            OptionalLong expected = countRecords(file);
            // Not through a channel: an interrupt would close it in mid-file.
            InputStream in = new BufferedInputStream(new FileInputStream(file.toFile()), 1 << 16);
            requireJsonLines(file, in);
            return new FileSource(in, new LineReader(file.toString(), in), expected);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    @Override
    public OptionalLong expected() {
        return expected;
    }

    @Override
    public byte[] start() {
        return lines.start();
    }

    @Override
    public boolean hasNext() {
        return lines.hasNext();
    }

    @Override
    public byte[] next() {
        return lines.next();
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireReadable(Path file) {
        String why = null;
        if (!Files.exists(file)) {
            why = "There is no such file (looked for at " + file.toAbsolutePath() + ").";
        } else if (Files.isDirectory(file)) {
            why = "It is a folder.";
        } else if (!Files.isReadable(file)) {
            why = "You have no permission to read it.";
        }
        if (why != null) {
            throw WorkshopException.usage(
                    "The file " + file + " cannot be sent.", why, Command.PRODUCE.with("--file datasets/events.json"));
        }
    }

    /** A pipe cannot be read twice, so only a regular file is counted. */
    private static OptionalLong countRecords(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > COUNTED_UP_TO_BYTES) {
            return OptionalLong.empty();
        }
        try (InputStream in = new FileInputStream(file.toFile())) {
            long count = 0;
            LineReader lines = new LineReader(file.toString(), in);
            while (lines.hasNext()) {
                lines.next();
                count++;
            }
            return OptionalLong.of(count);
        }
    }

    /** An array with one object a line would otherwise be sent as lines that each end in a comma: all rejected. */
    private static void requireJsonLines(Path file, InputStream in) throws IOException {
        in.mark(1 << 12);
        int first = in.read();
        for (int i = 1; i < 1 << 12 && isBeforeTheFirstRecord(first); i++) {
            first = in.read();
        }
        in.reset();
        if (first == '[') {
            throw WorkshopException.usage(
                    "The file " + file + " cannot be sent.",
                    "It is a JSON array; the producer reads JSON Lines: one object a line, without commas between.",
                    Advice.of("jq -c '.[]' " + file + " | ", Command.PRODUCE.with("--stdin")));
        }
    }

    /** White space, or a byte of the byte order mark. */
    private static boolean isBeforeTheFirstRecord(int b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n' || b == 0xEF || b == 0xBB || b == 0xBF;
    }
}
