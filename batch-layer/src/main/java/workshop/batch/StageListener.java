package workshop.batch;

/** Is told how a run goes on, for progress on a terminal and for tests that kill a run in a stage. */
@FunctionalInterface
public interface StageListener {
    StageListener NONE = (stage, what) -> {};

    /** Called inside a stage, when its work is under way but not yet final. */
    void inside(Stage stage, String what);

    /** Called before anything is done, with a sentence that whoever has started the run should read. */
    default void notice(String sentence) {}
}
