package workshop.lab.checks;

import java.util.List;
import workshop.lab.services.JobNote;
import workshop.lab.services.JobNotes;
import workshop.lab.services.LongCommand;
import workshop.settings.Plural;
import workshop.settings.Role;

/** A speed layer was killed, the log has grown, and nothing is lost or doubled. */
final class CrashCheck implements StepCheck {
    @Override
    public int step() {
        return 9;
    }

    @Override
    public String title() {
        return "Crash and replay";
    }

    @Override
    public void look(Evidence evidence, StepFindings findings) {
        killed(evidence, findings);
        grown(evidence, findings);
        Agreement agreement = new Agreement(evidence, findings, step());
        agreement.nothingWaits();
        agreement.mergedTotals();
    }

    /** A job that ends in order takes its note away, and its heartbeat from PostgreSQL; a killed one cannot. */
    private void killed(Evidence evidence, StepFindings findings) {
        List<JobNote> killed = JobNotes.of(evidence.place().home()).all().stream()
                .filter(note -> note.job() == LongCommand.SPEED && !note.isRunning())
                .toList();
        if (!killed.isEmpty()) {
            JobNote last = killed.get(killed.size() - 1);
            findings.ok(
                    "A speed layer was killed: process %d, begun %s, has left its note.",
                    last.pid(), LocalMinute.of(last.began()));
        } else if (evidence.place().isElsewhere() && staleHeartbeats(evidence) > 0) {
            findings.ok("A speed layer was killed: it has left its heartbeat in PostgreSQL.");
        } else {
            GuideProgress.Noted noted = evidence.progress().readOrNothing();
            findings.missing(
                    "No speed layer was killed in this home.",
                    noted.isBuilt(step())
                            ? "./workshop step " + noted.begun()
                                    + " has built this home: it sends the events of this step"
                                    + " and kills nothing. The kill is yours to do, also now."
                            : "None ran, or it was ended by Ctrl-C, which lets it finish.",
                    evidence.command("speed") + " in another terminal, then " + evidence.command("kill speed"));
        }
    }

    private record Stale(long count) {}

    private static long staleHeartbeats(Evidence evidence) {
        return evidence.all(Role.OWNER, "select-stale-heartbeats.sql", Stale.class)
                .get(0)
                .count();
    }

    private static void grown(Evidence evidence, StepFindings findings) {
        DeclaredCuts cuts = evidence.cuts();
        String produce = evidence.command("produce --random 5000 --rate 150 --seed 9");
        if (cuts.published() < SecondBatchCheck.EPOCH) {
            findings.missing(
                    "The second batch of step 8 was not run yet.",
                    "This step follows it: there is no second cut behind which the log could grow.",
                    evidence.command("check 8"));
            return;
        }
        long behind = evidence.log().stream()
                .filter(record -> !cuts.covers(SecondBatchCheck.EPOCH, record))
                .count();
        if (behind > 0) {
            findings.ok("The log has grown by %s since the cut of the second batch.", Plural.of(behind, "record"));
        } else {
            findings.missing(
                    "Nothing was sent since the cut of the second batch.",
                    "A killed layer has nothing to catch up with while no records come.",
                    produce);
        }
    }
}
