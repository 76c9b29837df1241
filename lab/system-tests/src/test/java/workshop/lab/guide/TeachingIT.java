package workshop.lab.guide;

/** The rehearsal of grading, as a teacher does it. */
class TeachingIT extends PageRun {
    TeachingIT() {
        super("TEACHING.md");
    }
}
