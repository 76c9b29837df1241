package workshop.speed;

import org.apache.spark.sql.streaming.Trigger;
import workshop.settings.Advice;
import workshop.settings.Command;
import workshop.settings.WorkshopException;

/**
 * How Spark drives the speed layer.
 *
 * @param intervalMs of micro-batches, in milliseconds; ignored in Real-Time Mode
 */
public record SpeedTrigger(boolean realTime, long intervalMs) {
    public static final SpeedTrigger REAL_TIME = new SpeedTrigger(true, 0);

    /** How long one batch of Real-Time Mode lasts; records that come while one gives way to the next wait about a second. */
    private static final String REAL_TIME_BATCH = "5 minutes";

    /** Reads {@code real-time} or a number of milliseconds. */
    public static SpeedTrigger parse(String text) {
        if (text.equals("real-time")) {
            return REAL_TIME;
        }
        if (text.matches("[0-9]{1,9}")) {
            return new SpeedTrigger(false, Long.parseLong(text));
        }
        throw WorkshopException.usage(
                "The trigger \"" + text + "\" is not known.",
                "It is real-time, or the milliseconds between two micro-batches.",
                Advice.of(Command.SPEED.with("--trigger real-time"), ", or ", Command.SPEED.with("--trigger 500")));
    }

    Trigger spark() {
        return realTime ? Trigger.RealTime(REAL_TIME_BATCH) : Trigger.ProcessingTime(intervalMs);
    }
}
