package workshop.producer;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import workshop.settings.Advice;
import workshop.settings.Command;
import workshop.settings.WorkshopException;

/**
 * Holds the sender to a number of records per second. Record n is due n intervals after the first, so a pause that
 * lasts too long is made up for and the rate does not drift; of what is more than a second behind, only the last second
 * is made up for.
 */
public final class RateLimit {
    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);
    /** However long a wait is, it looks again this often whether it is still wanted. */
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final double intervalNanos;
    private final LongSupplier clock;
    private final LongConsumer pause;

    private boolean started;
    private long start;
    private long passed;

    RateLimit(double intervalNanos, LongSupplier clock, LongConsumer pause) {
        this.intervalNanos = intervalNanos;
        this.clock = clock;
        this.pause = pause;
    }

    public static RateLimit unlimited() {
        return new RateLimit(0, System::nanoTime, LockSupport::parkNanos);
    }

    /** @throws WorkshopException if the rate is not above 0 */
    public static RateLimit perSecond(double rate) {
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw WorkshopException.usage(
                    "The rate " + rate + " is not possible.",
                    "It is the number of records per second and must be more than 0.",
                    Advice.of(
                            Command.PRODUCE.with("--rate 1000"),
                            ", or leave --rate out to send as fast as Kafka takes it"));
        }
        return new RateLimit(NANOS_PER_SECOND / rate, System::nanoTime, LockSupport::parkNanos);
    }

    /**
     * Waits until the next record is due.
     *
     * @return false if the wait was given up: {@code wanted} said no, or the thread was interrupted (it still is)
     */
    boolean await(BooleanSupplier wanted) {
        if (intervalNanos == 0) {
            return wanted.getAsBoolean();
        }
        while (wanted.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
            long early = nanosUntilDue(clock.getAsLong());
            if (early <= 0) {
                passed++;
                return true;
            }
            pause.accept(Math.min(early, LONGEST_PAUSE_NANOS));
        }
        return false;
    }

    private long nanosUntilDue(long now) {
        if (!started) {
            started = true;
            start = now;
        }
        double early = start + passed * intervalNanos - now;
        if (early < -NANOS_PER_SECOND) {
            start += (long) (-NANOS_PER_SECOND - early);
        }
        return (long) Math.ceil(early);
    }
}
