package workshop.lab.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobNotesTest {
    @TempDir
    private Path home;

    @Test
    void a_job_is_there_while_it_runs_and_leaves_nothing() throws IOException {
        JobNotes notes = JobNotes.of(home);
        assertThat(notes.all()).isEmpty();
        assertThat(home).isEmptyDirectory();

        try (JobNotes.Standing note = notes.begin(LongCommand.DASHBOARD, 8080)) {
            assertThat(notes.running()).singleElement().satisfies(running -> {
                assertThat(running.job()).isEqualTo(LongCommand.DASHBOARD);
                assertThat(running.pid()).isEqualTo(ProcessHandle.current().pid());
                assertThat(running.port()).isEqualTo(8080);
            });
        }

        assertThat(notes.all()).isEmpty();
    }

    @Test
    void a_process_that_has_the_number_of_one_that_is_gone_is_not_taken_for_it_and_not_killed() throws Exception {
        Process other = new ProcessBuilder("sleep", "600").start();
        try {
            note("speed-1.properties", other.pid(), Instant.now().minus(Duration.ofHours(1)));
            JobNotes notes = JobNotes.of(home);

            List<JobNote> all = notes.all();
            assertThat(all).singleElement().satisfies(note -> assertThat(note.isRunning())
                    .isFalse());
            notes.kill(all.get(0));
            notes.stop(all.get(0));

            assertThat(other.isAlive()).isTrue();
            assertThat(notes.running()).isEmpty();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void a_killed_process_is_gone_when_the_command_returns_and_its_note_stays() throws Exception {
        Process job = new ProcessBuilder("sleep", "600").start();
        note("speed-1.properties", job.pid(), job.info().startInstant().orElseThrow());
        JobNotes notes = JobNotes.of(home);

        notes.kill(notes.running().get(0));

        assertThat(notes.running()).isEmpty();
        assertThat(notes.all()).hasSize(1);
        assertThat(job.waitFor()).isNotZero();
    }

    @Test
    void what_is_no_note_is_passed_over() throws IOException {
        Files.createDirectories(home.resolve("jobs"));
        Files.writeString(home.resolve("jobs/speed-1.properties"), "job=COFFEE\npid=many\n");

        assertThat(JobNotes.of(home).all()).isEmpty();
    }

    private void note(String name, long pid, Instant started) {
        Path folder = home.resolve("jobs");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        new JobNote(folder.resolve(name), LongCommand.SPEED, pid, started, Instant.now(), 0).write();
    }
}
