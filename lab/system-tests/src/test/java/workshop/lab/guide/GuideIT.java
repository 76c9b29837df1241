package workshop.lab.guide;

/** The guide, as a student follows it. */
class GuideIT extends PageRun {
    GuideIT() {
        super("WORKSHOP.md");
    }
}
