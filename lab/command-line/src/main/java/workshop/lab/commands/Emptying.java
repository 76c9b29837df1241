package workshop.lab.commands;

import workshop.lab.services.Home;
import workshop.lab.services.JobNote;
import workshop.lab.services.JobNotes;

/** Empties a home, as {@code reset} and {@code step} do. */
final class Emptying {
    private Emptying() {}

    /** Ends the jobs first, so that nothing writes into the new state, then the services; then deletes the data. */
    static void of(Common common) {
        JobNotes notes = JobNotes.of(common.home());
        for (JobNote note : notes.running()) {
            notes.stop(note);
            System.out.println("Stopped " + note.job().words() + ", process " + note.pid() + ".");
        }
        common.services().down();
        Home.clear(common.home());
    }
}
