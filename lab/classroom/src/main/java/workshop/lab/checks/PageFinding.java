package workshop.lab.checks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import workshop.lab.services.JobNote;
import workshop.lab.services.JobNotes;
import workshop.lab.services.LongCommand;

/** Whether the page answers at the port that the running dashboard has noted. */
final class PageFinding {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private PageFinding() {}

    /** A page that was seen when the step was found done need not run for ever. */
    static void look(Evidence evidence, int step, StepFindings findings) {
        String start = evidence.command("dashboard") + " in another terminal; leave it open";
        Optional<JobNote> running = JobNotes.of(evidence.place().home()).running().stream()
                .filter(note -> note.job() == LongCommand.DASHBOARD)
                .reduce((earlier, later) -> later);
        Optional<Instant> seen =
                Optional.ofNullable(evidence.progress().readOrNothing().done().get(step));
        if (running.isPresent()) {
            String page = "http://127.0.0.1:" + running.get().port() + "/";
            if (answers(URI.create(page + "health"))) {
                findings.ok("The page answers at " + page + ".");
            } else {
                findings.wrong(
                        "The page does not answer at " + page + ".",
                        "Its process " + running.get().pid() + " lives: it starts, or it hangs.",
                        evidence.command("kill dashboard") + ", then " + start);
            }
        } else if (evidence.place().isElsewhere()) {
            findings.ok("The page, where it runs elsewhere, is not looked at from here.");
        } else if (seen.isPresent()) {
            findings.ok("The page does not run now; it did when this step was first done, " + LocalMinute.of(seen.get())
                    + ".");
        } else {
            findings.missing("The page does not run.", "It was not started yet, or was closed.", start);
        }
    }

    private static boolean answers(URI health) {
        try {
            HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
            HttpRequest request =
                    HttpRequest.newBuilder(health).timeout(PATIENCE).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException silent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
