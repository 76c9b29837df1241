package workshop.lab.measure;

import workshop.settings.WorkshopException;
import workshop.transactions.Rule;

/**
 * How large the experiment is. The same plan sends the same records to both architectures.
 *
 * @param history records in the history file, duplicates among them
 * @param waiting events that are in the log before anything is started
 * @param rate events a second, while freshness is measured
 * @param warmUpSeconds of the stream that do not count
 * @param seconds of the stream that count
 * @param microBatches whether Lambda's speed layer is measured in micro-batches too
 * @param atOnce whether both are tried at the same time: sooner done, but each takes its cores from the other
 */
public record Plan(
        long history, long waiting, int rate, int warmUpSeconds, int seconds, boolean microBatches, boolean atOnce) {
    static final long SEED = 2026;
    /** To which the rule is changed. */
    static final Rule CHANGED = Rule.NO_REFUNDS;

    static final int CUSTOMERS = 1_000;
    /** Of the history: records that stand in it twice. */
    static final double DUPLICATES_PERCENT = 1;
    /** Of the events while a job is killed, and while a rule changes. */
    static final int FLOW_RATE = 50;

    private static final long FEWEST = 100;

    public Plan {
        if (history < FEWEST) {
            throw WorkshopException.usage(
                    "A history of " + history + " records cannot be measured.",
                    "It takes " + FEWEST + " at least: with fewer nothing but start-up would be seen.",
                    "./workshop compare --help");
        }
    }

    /** For numbers to keep: some minutes. */
    public static Plan of(long history) {
        return new Plan(history, history / 10, 200, 5, 15, true, false);
    }

    /** The same steps with a few seconds of stream: to see that all works, not for numbers. */
    public static Plan brief(long history) {
        return new Plan(history, history / 10, 100, 1, 3, false, true);
    }
}
