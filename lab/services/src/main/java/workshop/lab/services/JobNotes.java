package workshop.lab.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import workshop.settings.WorkshopException;

/** The notes of the jobs of a home: which run, and which were killed. */
public final class JobNotes {
    static final String FOLDER = "jobs";

    /** A process that is killed goes at once; one that is asked to end may have to wait for PostgreSQL. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;

    private JobNotes(Path folder) {
        this.folder = folder;
    }

    /** Of a home, which need not exist. */
    public static JobNotes of(Path home) {
        return new JobNotes(home.resolve(FOLDER));
    }

    /** Stands while a job runs. */
    public interface Standing extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Notes that this process does a job, until it is closed or the process ends in order.
     *
     * @param port where the page listens; 0 for every other job
     */
    public Standing begin(LongCommand job, int port) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw HomeDirectory.unwritable(folder, e);
        }
        JobNote note = JobNote.ofThisProcess(folder, job, port);
        note.write();
        // The process may end before whoever began gets to close it: Ctrl-C does not wait for the main thread.
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(note), "end-of-" + job));
        } catch (IllegalStateException ending) { // Ctrl-C came before the job
            delete(note);
            throw ending;
        }
        return () -> delete(note);
    }

    private static void delete(JobNote note) {
        try {
            Files.deleteIfExists(note.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All notes, the oldest first. */
    public List<JobNote> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .map(JobNote::read)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing(JobNote::began))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<JobNote> running() {
        return all().stream().filter(JobNote::isRunning).toList();
    }

    /** Ends a job's process as {@code kill -9} does and waits until it is gone. Its note stays: it tells of the kill. */
    public void kill(JobNote note) {
        note.process().ifPresent(process -> {
            process.destroyForcibly();
            awaitEnd(note);
        });
    }

    /** Asks a job to end, as Ctrl-C does, and waits for it; kills it if it does not. */
    public void stop(JobNote note) {
        note.process().ifPresent(process -> {
            process.destroy();
            if (!Await.until(PATIENCE, () -> !note.isRunning())) {
                kill(note);
            }
        });
    }

    private static void awaitEnd(JobNote note) {
        if (!Await.until(PATIENCE, () -> !note.isRunning())) {
            throw WorkshopException.failed(
                    "Process " + note.pid() + " was killed and is still there.",
                    "It waits for a disk or a network that does not answer, so the system cannot end it yet.",
                    "./workshop status, until it is gone");
        }
    }
}
