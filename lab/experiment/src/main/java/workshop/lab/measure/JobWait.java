package workshop.lab.measure;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import workshop.settings.WorkshopException;

/** Waits for what the jobs do, as long as they are well. */
record JobWait(Jobs jobs) {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final long PAUSE_NANOS = 50_000_000;

    /** @param what is waited for, for the message if it does not come */
    void until(String what, BooleanSupplier isSo) {
        long start = System.nanoTime();
        while (!isSo.getAsBoolean()) {
            jobs.requireGood();
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                throw WorkshopException.failed(
                        "The comparison was given up: it waited for this and it did not come: " + what + ".",
                        "It was not so after " + LONGEST.toMinutes() + " minutes, although no job has failed.",
                        "the same with fewer records, or on a machine that does nothing else");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
