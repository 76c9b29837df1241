package workshop.lab.measure;

import java.nio.file.Path;
import java.util.Optional;
import workshop.transactions.Rule;

/** What a person does with one of the architectures. The trial asks for the same of both, in the same order. */
interface Architecture {
    String name();

    Questions questions();

    /** From a history file and a log with some events to the first answer: starts what computes it. */
    void computeFirst(Path history);

    /** Starts the job that counts events as they come, if it does not run yet, or not any more. */
    MeasuredJob stream();

    /** What is run from time to time beside it; returns when that has ended. */
    void runAgain(Path history);

    /** Begins to change the rule, the quickest way. */
    Change changeRule(Path history, Rule rule);

    /** A change that is under way. */
    interface Change {
        /** Called again and again: does the next step, if it is time for it. */
        void goOn();

        /** Waits until nothing of it is under way any more. */
        void finish();
    }

    /** The job of {@link #stream} in micro-batches instead, if it has another way. */
    Optional<MeasuredJob> streamInMicroBatches();

    /** What a merge by the clock says, if two layers are merged at all. */
    default Optional<Questions> byClock() {
        return Optional.empty();
    }
}
