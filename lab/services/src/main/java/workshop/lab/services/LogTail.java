package workshop.lab.services;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What a log got since a moment. */
record LogTail(Path log, long offset) {
    private static final int MOST_BYTES = 64_000;
    private static final int MOST_LINES = 6;

    /** The words of the operating system, which both servers repeat. */
    private static final String PORT_TAKEN = "Address already in use";

    private static final Pattern TROUBLE =
            Pattern.compile("(?i)error|fatal|panic|exception|could not|cannot|no space|detail:|hint:");

    /** From now on. */
    static LogTail from(Path log) throws IOException {
        return new LogTail(log, Files.exists(log) ? Files.size(log) : 0);
    }

    /** Whether a server could not listen: between choosing a free port and listening there, another may have taken it. */
    boolean tellsOfTakenPort() throws IOException {
        return text().contains(PORT_TAKEN);
    }

    /** The last lines, oldest first. */
    List<String> lines() throws IOException {
        return lastLines(text());
    }

    private String text() throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(Math.min(offset, file.length()), file.length() - MOST_BYTES);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Those that tell of trouble, if any do; without the frames of stack traces, which tell a student nothing. */
    static List<String> lastLines(String text) {
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("\tat ") && !line.startsWith("\t..."))
                .toList();
        List<String> troubles = lines.stream().filter(TROUBLE.asPredicate()).toList();
        List<String> shown = troubles.isEmpty() ? lines : troubles;
        return shown.subList(Math.max(0, shown.size() - MOST_LINES), shown.size());
    }
}
