package workshop.batch;

/** Is told how a run goes on, for progress on a terminal and for tests that kill a run in a stage. */
@FunctionalInterface
public interface StageListener {
    StageListener NONE = (stage, what) -> {};

    /** Called inside a stage, when its work is under way but not yet final. */
    void inside(Stage stage, String what);

    /**
     * Called when the work of a stage is written, before what is left to do for it: {@code ARCHIVE}, before the files get the
     * label without which nobody reads them; {@code PUBLISH}, after the commit and before the speed layer's rows are put aside.
     */
    default void written(Stage stage) {}

    /** Called before anything is done, with a sentence that whoever has started the run should read. */
    default void notice(String sentence) {}
}
