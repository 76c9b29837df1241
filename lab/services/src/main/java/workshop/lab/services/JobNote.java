package workshop.lab.services;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What a job has noted of itself. The note goes when the job ends, also by Ctrl-C; one whose process is gone says that the
 * process was killed.
 *
 * @param file where it stands
 * @param processStarted by the operating system's clock, so that a later process with the same pid is not taken for it; null
 *     if the system does not tell
 * @param began when the job wrote it
 * @param port where the page listens; 0 for every other job
 */
public record JobNote(Path file, LongCommand job, long pid, Instant processStarted, Instant began, int port) {
    /** Of this process. */
    static JobNote ofThisProcess(Path folder, LongCommand job, int port) {
        ProcessHandle self = ProcessHandle.current();
        return new JobNote(
                folder.resolve(job + "-" + self.pid() + ".properties"),
                job,
                self.pid(),
                self.info().startInstant().orElse(null),
                Instant.now(),
                port);
    }

    /** Empty if the file went meanwhile, or is no note. */
    static Optional<JobNote> read(Path file) {
        Properties values = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            values.load(in);
            String started = values.getProperty("process.started");
            return Optional.of(new JobNote(
                    file,
                    LongCommand.valueOf(values.getProperty("job")),
                    Long.parseLong(values.getProperty("pid")),
                    started == null ? null : Instant.parse(started),
                    Instant.parse(values.getProperty("began")),
                    Integer.parseInt(values.getProperty("port", "0"))));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    void write() {
        Properties values = new Properties();
        values.setProperty("job", job.name());
        values.setProperty("pid", Long.toString(pid));
        if (processStarted != null) {
            values.setProperty("process.started", processStarted.toString());
        }
        values.setProperty("began", began.toString());
        values.setProperty("port", Integer.toString(port));
        try {
            StringWriter text = new StringWriter();
            values.store(text, null);
            HomeDirectory.write(file, text.toString());
        } catch (IOException e) {
            throw HomeDirectory.unwritable(file, e);
        }
    }

    /** The process, while it is the one that wrote the note. */
    Optional<ProcessHandle> process() {
        return Processes.recorded(pid, processStarted);
    }

    public boolean isRunning() {
        return process().isPresent();
    }
}
