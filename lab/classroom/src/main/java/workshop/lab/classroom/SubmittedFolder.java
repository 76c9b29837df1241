package workshop.lab.classroom;

import static java.nio.file.FileVisitResult.CONTINUE;
import static java.nio.file.FileVisitResult.SKIP_SUBTREE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Reads all files of a folder, at any depth. Hidden ones are no one's work: systems and archives leave them. Links are not
 * followed, since they may lead out of the folder.
 */
final class SubmittedFolder extends SimpleFileVisitor<Path> {
    /** A result has a few kilobytes. */
    private static final int MAX_BYTES = 1 << 20;

    private static final Set<String> LEFT_BY_SYSTEMS = Set.of("__MACOSX", "Thumbs.db", "desktop.ini");

    private final Path folder;
    private final List<Submission> submissions = new ArrayList<>();

    private SubmittedFolder(Path folder) {
        this.folder = folder;
    }

    /** In the order of their paths. */
    static List<Submission> read(Path folder) throws IOException {
        SubmittedFolder visitor = new SubmittedFolder(folder);
        Files.walkFileTree(folder, visitor);
        visitor.submissions.sort(Comparator.comparing(Submission::name));
        return visitor.submissions;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return directory.equals(folder) || !isHidden(directory) ? CONTINUE : SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (!isHidden(file)) {
            submissions.add(submission(file, attributes));
        }
        return CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        submissions.add(Submission.unreadable(folder.relativize(file), "cannot be read: no permission, or it is gone"));
        return CONTINUE;
    }

    private Submission submission(Path file, BasicFileAttributes attributes) {
        Path name = folder.relativize(file);
        if (!attributes.isRegularFile()) {
            return Submission.unreadable(name, "is a link or a device, not a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            return bytes.length > MAX_BYTES
                    ? Submission.unreadable(name, "is larger than any result")
                    : Submission.of(name, bytes);
        } catch (IOException e) {
            return Submission.unreadable(name, "cannot be read: no permission, or it is gone");
        }
    }

    private static boolean isHidden(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".") || LEFT_BY_SYSTEMS.contains(name);
    }
}
