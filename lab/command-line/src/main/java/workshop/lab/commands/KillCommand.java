package workshop.lab.commands;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import workshop.lab.services.JobNote;
import workshop.lab.services.JobNotes;
import workshop.lab.services.LongCommand;
import workshop.settings.WorkshopException;

@Command(
        name = "kill",
        header = "Kill a running job as kill -9 does: it can finish nothing and write nothing more.",
        description =
                "All processes of this job that run in this home. Kafka and PostgreSQL go on. Jobs of containers or of other"
                        + " machines are not seen.")
final class KillCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Parameters(paramLabel = "JOB", description = "One of: ${COMPLETION-CANDIDATES}.")
    private LongCommand job;

    @Override
    public Integer call() {
        if (Common.isElsewhere(System.getenv())) {
            throw WorkshopException.usage(
                    "Jobs that run elsewhere cannot be killed from here.",
                    "WORKSHOP_KAFKA or WORKSHOP_POSTGRES names services elsewhere, and their jobs leave no note in this"
                            + " home.",
                    "docker compose kill SERVICE, where they are Compose's");
        }
        JobNotes notes = JobNotes.of(common.home());
        List<JobNote> running =
                notes.running().stream().filter(note -> note.job() == job).toList();
        if (running.isEmpty()) {
            throw WorkshopException.failed(
                    "Nothing to kill: " + job.words() + " does not run in " + common.home() + ".",
                    "It was not started, or has ended, or runs in another home.",
                    start() + common.homeOption() + " in another terminal, which starts it");
        }
        for (JobNote note : running) {
            notes.kill(note);
            System.out.println("Killed " + job.words() + ", process " + note.pid()
                    + ", as kill -9 does: it could not finish anything.");
        }
        return 0;
    }

    private String start() {
        return "./workshop " + (job == LongCommand.KAPPA ? "kappa run" : job);
    }
}
